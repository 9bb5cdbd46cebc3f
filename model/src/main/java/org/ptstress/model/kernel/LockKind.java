package org.ptstress.model.kernel;

/** The spinlocks that a table can be built with. */
public enum LockKind implements LockFactory {
  /** FIFO, all waiters poll one word: x86 from 2.6.25 to 4.1. */
  TICKET {
    @Override
    public SpinLock newLock() {
      return new TicketLock();
    }
  },

  /** FIFO, every waiter polls a word of its own: the idea behind the qspinlock of 4.2 and later. */
  QUEUED {
    @Override
    public SpinLock newLock() {
      return new QueuedLock();
    }
  },

  /** Unfair: what x86 falls back to in a guest without paravirtual locks. */
  TEST_AND_SET {
    @Override
    public SpinLock newLock() {
      return new TestAndSetLock();
    }
  }
}
