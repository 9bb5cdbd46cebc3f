package org.ptstress.bench.table;

import java.util.SplittableRandom;

/** The seeded order in which a thread visits the timers of a population. */
public final class RandomPicks {
  /**
   * The fewest picks before they repeat, and a power of two: long enough that a branch predictor
   * does not learn the order, and small enough (64 KiB) that reading it costs little beside a
   * lookup.
   */
  private static final int SHORTEST = 1 << 14;

  private RandomPicks() {}

  /**
   * Picks timers at random, evenly.
   *
   * @param timers the size of the population, 1 to 2^30
   * @param thread the number of the thread; threads visit in different orders
   * @return indices from 0 to {@code timers - 1}; their number is a power of two, at least the size
   *     of the population
   */
  public static int[] of(int timers, int thread) {
    int length = Math.max(SHORTEST, Integer.highestOneBit(2 * timers - 1));
    SplittableRandom random = new SplittableRandom(thread);
    int[] picks = new int[length];
    for (int i = 0; i < length; i++) {
      picks[i] = random.nextInt(timers);
    }
    return picks;
  }
}
