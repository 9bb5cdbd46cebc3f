package org.ptstress.bench;

import java.util.SplittableRandom;

/**
 * When the operations of one thread are due: at a fixed rate, each moved back by a random part of
 * half an interval. Without that, the threads would for the whole run either meet at the table each
 * time or never.
 */
final class ArrivalSchedule {
  private static final int JITTERS = 1 << 13;

  private final double intervalNanos;
  private final int[] jitterNanos = new int[JITTERS];

  /**
   * Makes a schedule.
   *
   * @param perSecond arrivals per second, 1 to 1,000,000
   * @param thread the number of the thread; each has its own jitter
   */
  ArrivalSchedule(int perSecond, int thread) {
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
   * @return ns since the start of the load
   */
  long nanosOf(long index) {
    return (long) (index * intervalNanos) + jitterNanos[(int) index & (JITTERS - 1)];
  }
}
