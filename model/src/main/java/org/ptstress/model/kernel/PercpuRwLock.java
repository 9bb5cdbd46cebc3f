package org.ptstress.model.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A reader-writer lock whose readers do not share a cache line (percpu_rw_semaphore, before it the
 * big-reader lock): a reader counts itself in on a counter of its own CPU; a writer raises a flag
 * and waits until every counter is 0. Reading is cheap and scales, writing is dear.
 *
 * <p>{@link #readLock} is wait-free while nobody writes and blocks while somebody does; {@link
 * #readUnlock} is wait-free; {@link #writeLock} blocks. Not reentrant. A thread counts itself in by
 * its number where a kernel takes its CPU: two threads may share a counter, which costs time, not
 * correctness.
 *
 * <p>The two reads that decide who waits can be overridden so that seeded faults weaken one.
 */
public class PercpuRwLock {
  /** Counters lie two cache lines apart, because processors fetch lines in pairs. */
  private static final int STRIDE = 128 / Integer.BYTES;

  private static final VarHandle READERS = MethodHandles.arrayElementVarHandle(int[].class);
  private static final VarHandle WRITING;

  static {
    try {
      WRITING = MethodHandles.lookup().findVarHandle(PercpuRwLock.class, "writing", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int[] readers;
  private final int mask;
  private final SpinLock writers = new TestAndSetLock();

  @SuppressWarnings("UnusedVariable") // accessed through WRITING
  private boolean writing;

  /**
   * Makes a lock that nobody holds.
   *
   * @param counters how many counters the readers spread over, a power of two
   * @throws IllegalArgumentException if it is none
   */
  public PercpuRwLock(int counters) {
    if (Integer.bitCount(counters) != 1) {
      throw new IllegalArgumentException(
          "The number of counters is a power of two, not " + counters + ".");
    }
    this.readers = new int[counters * STRIDE];
    this.mask = counters - 1;
  }

  /**
   * Enters as a reader.
   *
   * @return a token for {@link #readUnlock}
   */
  public int readLock() {
    int counter = ((int) Thread.currentThread().getId() & mask) * STRIDE;
    while (true) {
      // Volatile on both accesses, paired with those in writeLock(): either the writer sees this
      // reader counted, or this reader sees the flag. Weaker, both could miss each other.
      READERS.getAndAdd(readers, counter, 1);
      if (!isWriting(WRITING)) {
        return counter;
      }
      READERS.getAndAdd(readers, counter, -1);
      // Opaque: a plain read could be hoisted out of the loop. The order comes from the next round.
      while ((boolean) WRITING.getOpaque(this)) {
        Thread.onSpinWait();
      }
    }
  }

  /**
   * Leaves as a reader.
   *
   * @param token what {@link #readLock} returned
   */
  public void readUnlock(int token) {
    // Release, paired with the read in writeLock(): the section must be over before the writer goes
    // on. Atomic, because threads may share a counter.
    READERS.getAndAddRelease(readers, token, -1);
  }

  /** Enters as the only one: no reader and no other writer is left inside. */
  public void writeLock() {
    writers.lock();
    WRITING.setVolatile(this, true);
    for (int counter = 0; counter < readers.length; counter += STRIDE) {
      while (readers(READERS, readers, counter) != 0) {
        Thread.onSpinWait();
      }
    }
  }

  /**
   * The flag, as a reader that has counted itself in reads it: volatile.
   *
   * @param writing the handle of the flag
   * @return whether a writer is inside or waits
   */
  protected boolean isWriting(VarHandle writing) {
    return (boolean) writing.getVolatile(this);
  }

  /**
   * A counter, as a writer that has raised the flag reads it: volatile.
   *
   * @param elements the handle of the elements
   * @param counts the counters
   * @param counter which
   * @return how many readers have counted themselves in there
   */
  protected int readers(VarHandle elements, int[] counts, int counter) {
    return (int) elements.getVolatile(counts, counter);
  }

  /** Leaves as the writer. */
  public void writeUnlock() {
    // Release, paired with the read in readLock(): what the writer changed is visible to readers.
    WRITING.setRelease(this, false);
    writers.unlock();
  }
}
