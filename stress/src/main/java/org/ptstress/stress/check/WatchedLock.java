package org.ptstress.stress.check;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.LockFactory;
import org.ptstress.model.kernel.SpinLock;

/** A lock of the harness that notices a thread which waits for itself. */
final class WatchedLock implements SpinLock {
  private final SpinLock lock;

  /** Who holds the lock; a thread that reads itself here wrote it. */
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
