package org.ptstress.model.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A test-and-test-and-set lock: poll until the word is 0, then try to set it. Unfair, but a
 * preempted waiter holds up nobody, which is why x86 guests use it.
 */
public final class TestAndSetLock implements SpinLock {
  private static final VarHandle LOCKED;

  static {
    try {
      LOCKED = MethodHandles.lookup().findVarHandle(TestAndSetLock.class, "locked", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("UnusedVariable") // accessed through LOCKED
  private boolean locked;

  /** Makes a free lock. */
  public TestAndSetLock() {}

  @Override
  public void lock() {
    // Acquire on success, paired with the release in unlock(): the critical section must not start
    // before the lock is
    // ours.
    while (!LOCKED.weakCompareAndSetAcquire(this, false, true)) {
      // Opaque: a plain read could be hoisted out of the loop, which would then never end. No order
      // is needed here,
      // the exchange above brings it.
      while ((boolean) LOCKED.getOpaque(this)) {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void unlock() {
    // Release, paired with the exchange in lock(): the critical section's writes must be visible to
    // the next holder.
    LOCKED.setRelease(this, false);
  }
}
