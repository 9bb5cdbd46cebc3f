package org.ptstress.bench.latency;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.LockFactory;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.SpinLock;

/**
 * Ticket locks whose holder can be told to sleep before it lets go: what happens to a lock when the
 * host takes the CPU away from its holder.
 */
final class StallingLocks implements LockFactory {
  private final long millis;
  private volatile @Nullable Thread toStall;
  private volatile @Nullable Stall stall;

  /**
   * When a holder slept.
   *
   * @param fromMillis since the epoch
   * @param untilMillis since the epoch
   */
  record Stall(long fromMillis, long untilMillis) {}

  /**
   * Makes locks that behave like any other until {@link #stallNextUnlock}.
   *
   * @param millis how long a stall takes
   */
  StallingLocks(long millis) {
    this.millis = millis;
  }

  @Override
  public SpinLock newLock() {
    return new Stalling(LockKind.TICKET.newLock());
  }

  /** Lets the calling thread sleep before it next releases one of these locks, once. */
  void stallNextUnlock() {
    toStall = Thread.currentThread();
  }

  /** When the holder slept that was told to; null if it has not, or has not woken up. */
  @Nullable Stall stall() {
    return stall;
  }

  private void sleep() {
    toStall = null;
    long from = System.currentTimeMillis();
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException("The holder of the lock was interrupted.", e);
    }
    stall = new Stall(from, System.currentTimeMillis());
  }

  private final class Stalling implements SpinLock {
    private final SpinLock lock;

    Stalling(SpinLock lock) {
      this.lock = lock;
    }

    @Override
    public void lock() {
      lock.lock();
    }

    @Override
    public void unlock() {
      if (toStall == Thread.currentThread()) {
        sleep();
      }
      lock.unlock();
    }
  }
}
