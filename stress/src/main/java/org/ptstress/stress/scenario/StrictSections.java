package org.ptstress.stress.scenario;

import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.RcuCallback;

/**
 * An RCU domain that enforces its contract: read sections do not nest in a thread, and no thread
 * waits for a grace period inside one. The wrapped domain has room for eight sections, so a table
 * that nests them hangs once enough threads do.
 */
public final class StrictSections implements Rcu {
  private final Rcu rcu;
  private final ThreadLocal<Boolean> open = ThreadLocal.withInitial(() -> false);

  /**
   * Wraps a domain.
   *
   * @param rcu the domain
   */
  public StrictSections(Rcu rcu) {
    this.rcu = rcu;
  }

  @Override
  public int readLock() {
    requireOutside(
        "a read section was opened inside another one; they do not nest, and find and findAndLock"
            + " are called inside their caller's");
    int token = rcu.readLock();
    open.set(true);
    return token;
  }

  @Override
  public void readUnlock(int token) {
    open.set(false);
    rcu.readUnlock(token);
  }

  @Override
  public void call(RcuCallback callback) {
    rcu.call(callback);
  }

  @Override
  public void poll() {
    rcu.poll();
  }

  @Override
  public void barrier() {
    requireOutside("barrier was called inside a read section, which it would wait for");
    rcu.barrier();
  }

  @Override
  public boolean drain() {
    return rcu.drain();
  }

  private void requireOutside(String misuse) {
    if (open.get()) {
      throw new IllegalStateException(misuse);
    }
  }
}
