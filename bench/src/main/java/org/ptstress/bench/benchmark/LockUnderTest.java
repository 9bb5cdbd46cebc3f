package org.ptstress.bench.benchmark;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import org.ptstress.model.kernel.LockFactory;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.run.measurement.Row;

/** The kernel's spinlocks, and locks of {@code java.util.concurrent}, whose waiters sleep. */
public enum LockUnderTest implements LockFactory {
  /** {@link LockKind#TICKET}. */
  TICKET(false) {
    @Override
    public SpinLock newLock() {
      return LockKind.TICKET.newLock();
    }
  },

  /** {@link LockKind#QUEUED}. */
  QUEUED(false) {
    @Override
    public SpinLock newLock() {
      return LockKind.QUEUED.newLock();
    }
  },

  /** {@link LockKind#TEST_AND_SET}. */
  TEST_AND_SET(false) {
    @Override
    public SpinLock newLock() {
      return LockKind.TEST_AND_SET.newLock();
    }
  },

  /** {@link ReentrantLock}, unfair as by default. */
  REENTRANT(true) {
    @Override
    public SpinLock newLock() {
      return new Sleeping(new ReentrantLock());
    }
  },

  /** {@link ReentrantLock}, fair. */
  REENTRANT_FAIR(true) {
    @Override
    public SpinLock newLock() {
      return new Sleeping(new ReentrantLock(true));
    }
  },

  /** The write lock of a {@link StampedLock}. */
  STAMPED(true) {
    @Override
    public SpinLock newLock() {
      return new Sleeping(new StampedLock().asWriteLock());
    }
  };

  private final boolean sleeping;

  LockUnderTest(boolean sleeping) {
    this.sleeping = sleeping;
  }

  /** Whether waiters give their CPU away in a row, so that its threads use fewer. */
  public static boolean sleepsIn(Row row) {
    String lock = row.params().get("lock");
    return lock != null && valueOf(lock).sleeping;
  }

  private record Sleeping(Lock inner) implements SpinLock {
    @Override
    public void lock() {
      inner.lock();
    }

    @Override
    public void unlock() {
      inner.unlock();
    }
  }
}
