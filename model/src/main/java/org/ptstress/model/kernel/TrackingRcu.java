package org.ptstress.model.kernel;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * RCU with readers in a few slots. A slot's sequence number is odd while a section is open. A
 * callback remembers the odd numbers that it saw and is ready when each of them has changed.
 *
 * <p>{@link #readLock} is lock-free as long as fewer sections than slots are open, and spins
 * beyond; sections must not nest. The atomic operations at both ends of a section order more than a
 * kernel's read section does, but nothing <em>inside</em> it, which is where a walk's loads are.
 */
final class TrackingRcu implements Rcu {
  private static final int SLOTS = 8;

  private final AtomicLongArray sequences = new AtomicLongArray(SLOTS);
  private final AtomicReference<@Nullable Pending> pending = new AtomicReference<>();

  /** Callbacks that wait or are running: those that a polling thread has taken off the list too. */
  private final AtomicInteger unfinished = new AtomicInteger();

  @Override
  public int readLock() {
    while (true) {
      for (int slot = 0; slot < SLOTS; slot++) {
        long sequence = sequences.get(slot);
        if (!isOpen(sequence) && sequences.compareAndSet(slot, sequence, sequence + 1)) {
          // Full fence, paired with the one in call(): the loads of the section must not run before
          // the slot is seen open, or a writer could miss this reader and free what it is reading.
          VarHandle.fullFence();
          return slot;
        }
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void readUnlock(int token) {
    sequences.getAndIncrement(token);
  }

  @Override
  public void call(RcuCallback callback) {
    // Full fence, paired with the one in readLock(): either the reader's slot is seen open below,
    // or
    // the reader sees that the object is unlinked. Without it the reads below could run before the
    // unlinking store is visible.
    VarHandle.fullFence();
    long[] seen = new long[SLOTS];
    for (int slot = 0; slot < SLOTS; slot++) {
      seen[slot] = sequences.get(slot);
    }
    Pending entry = new Pending(callback, seen);
    if (isOver(entry)) {
      callback.reclaim();
    } else {
      unfinished.incrementAndGet();
      push(entry);
    }
    poll();
  }

  @Override
  public void poll() {
    if (pending.get() == null) {
      return;
    }
    Pending next;
    for (Pending entry = pending.getAndSet(null); entry != null; entry = next) {
      next = entry.next;
      if (isOver(entry)) {
        entry.callback.reclaim();
        unfinished.decrementAndGet();
      } else {
        push(entry);
      }
    }
  }

  @Override
  public void barrier() {
    while (unfinished.get() != 0) {
      poll();
      Thread.onSpinWait();
    }
  }

  @Override
  public boolean drain() {
    poll();
    if (pending.get() == null && unfinished.get() != 0) {
      return false;
    }
    barrier();
    return true;
  }

  private boolean isOver(Pending entry) {
    for (int slot = 0; slot < SLOTS; slot++) {
      long sequence = entry.seen[slot];
      if (isOpen(sequence) && sequences.get(slot) == sequence) {
        return false;
      }
    }
    return true;
  }

  private void push(Pending entry) {
    do {
      entry.next = pending.get();
    } while (!pending.compareAndSet(entry.next, entry));
  }

  private static boolean isOpen(long sequence) {
    return (sequence & 1) != 0;
  }

  private static final class Pending {
    private final RcuCallback callback;
    private final long[] seen;
    private @Nullable Pending next;

    Pending(RcuCallback callback, long[] seen) {
      this.callback = callback;
      this.seen = seen;
    }
  }
}
