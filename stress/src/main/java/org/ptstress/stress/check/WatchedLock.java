package org.ptstress.stress.check;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.LockFactory;
import org.ptstress.model.kernel.SpinLock;

/** A spin lock of the harness that detects self-deadlock. */
final class WatchedLock implements SpinLock {
  private final SpinLock lock;

  /** The holder. A thread that reads itself here wrote it, so the check is not racy. */
  private volatile @Nullable Thread holder;

  private WatchedLock(SpinLock lock) {
    this.lock = lock;
  }

  static LockFactory over(LockFactory locks) {
    return () -> new WatchedLock(locks.newLock());
  }

  @Override
  public void lock() {
    if (holder == Thread.currentThread()) {
      throw new IllegalStateException("The thread waits for a spinlock that it holds itself.");
    }
    lock.lock();
    holder = Thread.currentThread();
  }

  @Override
  public void unlock() {
    holder = null;
    lock.unlock();
  }
}
