package org.ptstress.model;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The structure under test: hands out timer ids, and finds a timer from (process, id).
 *
 * <p>A timer passes through insert, initialisation by the caller, publish, any number of finds,
 * invalidate, remove, reclaim. A create that fails behind insert goes on at remove. The default
 * methods are the steps that did not change from 3.0 to 6.14.
 *
 * <p>{@link #find} and {@link #findAndLock} are called inside a read section of the domain that the
 * table was made with; all others outside, and a table that walks without a lock opens one there.
 * Sections do not nest. Locks nest as a timer's, siglock; those of a table are leaves. Several
 * threads make any of these calls at once, but for the audits. docs/writing-a-design.md has the
 * whole contract.
 */
public interface TimerTable {
  /**
   * Chooses an id for a timer and hashes it. The timer cannot be found before {@link #publish}. The
   * table sets {@link KTimer#setId}, before another thread can reach the timer, and not its owner.
   * The counter is {@link Process#nextTimerId}: the harness sets it to start near the end of the
   * ids. Called outside of read sections, with no lock held.
   *
   * @param owner the creating process
   * @param timer a zero-filled timer that belongs to the caller alone
   * @return the id, or a negated {@link Errno}: -EAGAIN if no id is free
   */
  int insert(Process owner, KTimer timer);

  /**
   * Whether {@link #insertAt} works.
   *
   * @return false if the design has no exact ids
   */
  default boolean hasExactIds() {
    return false;
  }

  /**
   * Hashes a timer at a given id, as {@link #insert} does, and sets the counter to the id + 1. If
   * the id is taken, the counter stays.
   *
   * @param owner the creating process
   * @param timer a zero-filled timer that belongs to the caller alone
   * @param id the wanted id, in the valid range
   * @return the id, or -EBUSY if it is taken, or -EOPNOTSUPP if the design has no exact ids
   */
  default int insertAt(Process owner, KTimer timer, int id) {
    return -Errno.EOPNOTSUPP;
  }

  /**
   * Makes an initialised timer findable and puts it on its owner's list.
   *
   * <p>The default is the order before 6.15, with its defect: siglock alone is held, which lookups
   * do not take, so that one may see the owner before the fields. And until here the timer has no
   * owner: a search does not see it, and may hand its id out a second time. {@link NotValidBit} has
   * the order of 6.15.
   *
   * @param owner the creating process
   * @param timer a timer that {@link #insert} or {@link #insertAt} accepted
   */
  default void publish(Process owner, KTimer timer) {
    owner.siglock().lock();
    timer.setSignal(owner.address());
    owner.link(timer);
    owner.siglock().unlock();
  }

  /**
   * Finds a published timer. The caller is inside an RCU read section, and locks the timer and
   * looks at its owner again before it trusts what was found (see {@link #findAndLock}).
   *
   * @param owner the calling process
   * @param id any int
   * @return the timer, or null if the process has none with that id
   */
  @Nullable KTimer find(Process owner, int id);

  /**
   * Finds a timer and locks it (lock_timer). The caller is inside an RCU read section, and unlocks
   * the timer. Blocking.
   *
   * @param owner the calling process
   * @param id any int
   * @return the locked timer, which still belongs to the process, or null
   */
  default @Nullable KTimer findAndLock(Process owner, int id) {
    KTimer timer = find(owner, id);
    if (timer == null) {
      return null;
    }
    timer.lock().lock();
    // Finding and locking are not one step: a delete may have come between. It marks the timer
    // under this lock, so the mark is seen here; and RCU keeps the timer from being reused until
    // the caller's section ends.
    if (timer.signal() == owner.address()) {
      return timer;
    }
    timer.lock().unlock();
    return null;
  }

  /**
   * Makes a timer unfindable and takes it off its owner's list; its id stays taken until {@link
   * #remove}. The caller holds the timer's lock, and is in no read section. A table that overrides
   * {@link #publish} overrides this, too, and both keep the owner's list.
   *
   * @param owner the owning process
   * @param timer a published timer
   */
  default void invalidate(Process owner, KTimer timer) {
    owner.siglock().lock();
    owner.unlink(timer);
    owner.siglock().unlock();
    timer.setSignal(0);
  }

  /**
   * Unhashes a timer and frees its id. Walks may still stand on it, so it is reclaimed after a
   * grace period. Called once for each timer that {@link #insert} or {@link #insertAt} accepted,
   * outside of read sections, with no lock held.
   *
   * @param owner the owning process
   * @param timer a timer that is hashed, and not or no longer findable: one that {@link
   *     #invalidate} has seen, or one of a create that failed, which was never published
   */
  void remove(Process owner, KTimer timer);

  /**
   * Gives the memory of a timer back that is not or no longer hashed: after a grace period, because
   * lookups may still stand on it.
   *
   * @param rcu the domain of the lookups
   * @param timer the timer
   */
  default void reclaim(Rcu rcu, KTimer timer) {
    rcu.call(timer);
  }

  /**
   * Visits the published timers of a process none of whose threads is in a create or delete: for
   * its exit and exec, where the action locks, invalidates, removes and reclaims each.
   *
   * @param owner the process
   * @param action what to do with each timer
   */
  default void forEachOf(Process owner, Consumer<? super KTimer> action) {
    owner.forEachTimer(action);
  }

  /**
   * Lets go of a process that has ended: its timers are deleted, and it makes no further call. For
   * a design that keeps something for each process, such as {@link Process#attachment}. What a find
   * that began before may still read goes through {@link Rcu#call}.
   *
   * @param owner the process
   */
  default void release(Process owner) {}

  /**
   * Visits everything that is hashed, published or not; for audits, while no other thread uses the
   * table.
   *
   * @param action what to do with each timer
   */
  void forEach(Consumer<? super KTimer> action);

  /**
   * The number of timers in each chain; for audits, while no other thread uses the table.
   *
   * @return one length a bucket, or an empty array if the design has no buckets
   */
  default int[] chainLengths() {
    return new int[0];
  }
}
