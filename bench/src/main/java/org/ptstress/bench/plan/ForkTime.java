package org.ptstress.bench.plan;

/**
 * The measuring time of a fork.
 *
 * @param warmUps iterations that are not counted
 * @param warmUpMillis the length of each
 * @param iterations iterations that are counted
 * @param iterationMillis the length of each
 */
public record ForkTime(int warmUps, int warmUpMillis, int iterations, int iterationMillis) {
  /**
   * One and a half seconds. The code is all compiled after five iterations; with fewer counted ones
   * than this, pairs of forks of the same code differ by half as much again.
   */
  public static final ForkTime PAIRED = new ForkTime(6, 40, 30, 40);

  /** A third of a second, most of it until the code is compiled: for changes that nobody misses. */
  public static final ForkTime PAIRED_BRIEFLY = new ForkTime(6, 30, 8, 20);
}
