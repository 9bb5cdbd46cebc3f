package org.ptstress.model.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The ticket lock of x86 in 2012 (asm/spinlock.h of 3.6): a thread draws the next ticket and spins
 * until it is served.
 *
 * <p>FIFO. All waiters poll one word, so each release invalidates that cache line for every one of
 * them: hand-over takes longer the more threads wait, which is how a contended ticket lock
 * collapses.
 *
 * <p>Deviation: the kernel keeps both halves in one word of 16 or 32 bits; here they are two ints
 * side by side, which wrap at 2^32 instead of 2^8 or 2^16.
 */
public final class TicketLock implements SpinLock {
  private static final VarHandle SERVING;
  private static final VarHandle NEXT_TICKET;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      SERVING = lookup.findVarHandle(TicketLock.class, "serving", int.class);
      NEXT_TICKET = lookup.findVarHandle(TicketLock.class, "nextTicket", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The ticket that holds the lock ("head"); written only by the holder. */
  private int serving;

  /** The next ticket to hand out ("tail"). */
  @SuppressWarnings("UnusedVariable") // accessed through NEXT_TICKET
  private int nextTicket;

  /** Makes a free lock. */
  public TicketLock() {}

  @Override
  public void lock() {
    int ticket = (int) NEXT_TICKET.getAndAdd(this, 1);
    // Acquire, paired with the release in unlock(): without it reads of the critical section could
    // move up before the
    // lock is ours and see data from before the last holder's writes.
    while ((int) SERVING.getAcquire(this) != ticket) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void unlock() {
    // A plain read is enough: only the holder writes it. Release, paired with the acquire in
    // lock(): without it a write
    // of the critical section could sink below and be missing when the next holder reads.
    SERVING.setRelease(this, serving + 1);
  }
}
