package org.ptstress.model.kernel;

/**
 * Read-copy-update: readers mark their sections, and what a writer has unlinked is reclaimed only
 * after a grace period, when every section that was open at the time of {@link #call} has ended.
 */
public interface Rcu {
  /**
   * Opens a read section (rcu_read_lock).
   *
   * @return a token for {@link #readUnlock}
   */
  int readLock();

  /**
   * Closes a read section (rcu_read_unlock); wait-free.
   *
   * @param token what {@link #readLock} returned
   */
  void readUnlock(int token);

  /**
   * Reclaims after a grace period (call_rcu); does not wait for it.
   *
   * @param callback what to reclaim; it must already be unreachable for new readers
   */
  void call(RcuCallback callback);

  /**
   * Runs the callbacks whose grace period is over; called where the kernel would take a softirq.
   * Does not wait.
   */
  void poll();

  /**
   * Waits until every callback has run (rcu_barrier); blocking. Must not be called inside a read
   * section.
   */
  void barrier();

  /**
   * Waits like {@link #barrier} where no other thread uses this domain any more; for audits.
   *
   * @return false if a callback was lost, so that {@link #barrier} would wait for ever
   */
  default boolean drain() {
    barrier();
    return true;
  }
}
