package org.ptstress.model.fault;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.ptstress.model.kernel.SpinLock;

/** A test-and-set lock in parts, of which a fault replaces one by something weaker. */
abstract class PollingLock implements SpinLock {
  private static final VarHandle LOCKED;

  static {
    try {
      LOCKED = MethodHandles.lookup().findVarHandle(PollingLock.class, "locked", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private boolean locked;

  /** Takes the lock if it is free: right, with acquire. */
  final boolean tryLock() {
    return LOCKED.compareAndSet(this, false, true);
  }

  /** Takes the lock if it is free, without order: wrong. */
  final boolean tryLockWithoutOrder() {
    return LOCKED.weakCompareAndSetPlain(this, false, true);
  }

  /** Releases the lock: right, with release. */
  final void release() {
    LOCKED.setRelease(this, false);
  }

  /** Releases the lock without order: wrong. */
  final void releaseWithoutOrder() {
    LOCKED.setOpaque(this, false);
  }

  /** Reads the lock plainly: wrong in a loop. */
  final boolean isLocked() {
    return locked;
  }
}
