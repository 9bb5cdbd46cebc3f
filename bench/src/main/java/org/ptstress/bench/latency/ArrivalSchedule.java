package org.ptstress.bench.latency;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * When the operations of one thread are due: at a fixed rate, each moved back by a random part of
 * half an interval. Without that, the threads would for the whole run either meet at the table each
 * time or never.
 */
final class ArrivalSchedule {
  /**
   * Arrivals per second: one each 100 ns. It takes a thread about as long to read the clock and to
   * record a latency, so no operation keeps up with more.
   */
  static final int HIGHEST_RATE = 10_000_000;

  private static final int JITTERS = 1 << 13;

  private final double intervalNanos;
  private final int[] jitterNanos = new int[JITTERS];

  /**
   * Makes a schedule.
   *
   * @param perSecond arrivals per second, 1 to {@link #HIGHEST_RATE}
   * @param thread the number of the thread; each has its own jitter
   * @throws IllegalArgumentException if the rate is out of range
   */
  ArrivalSchedule(int perSecond, int thread) {
    if (perSecond < 1 || perSecond > HIGHEST_RATE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A thread has 1 to %d arrivals a second, not %d.",
              HIGHEST_RATE,
              perSecond));
    }
    intervalNanos = 1e9 / perSecond;
    SplittableRandom random = new SplittableRandom(thread);
    for (int i = 0; i < JITTERS; i++) {
      jitterNanos[i] = random.nextInt((int) (intervalNanos / 2));
    }
  }

  /**
   * When an operation is due.
   *
   * @param index which operation, from 0
   * @return ns since the start of the load; never less than for the operation before
   */
  long nanosOf(long index) {
    return (long) (index * intervalNanos) + jitterNanos[(int) index & (JITTERS - 1)];
  }
}
