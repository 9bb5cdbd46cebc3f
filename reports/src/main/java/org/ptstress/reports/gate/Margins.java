package org.ptstress.reports.gate;

/**
 * The smallest change of speed that matters, as a fraction: 0.1 is ten per cent.
 *
 * <p>Rows with several threads have a margin of their own: where threads meet on a cache line or a
 * lock, forks of the same code differ by 10 to 45 per cent on a machine with two CPUs.
 *
 * @param singleThread the margin of rows with one thread, between 0 and 1, exclusive
 * @param multiThread the margin of rows with more threads, between 0 and 1, exclusive
 */
public record Margins(double singleThread, double multiThread) {
  /** The margins of stored runs: 10 per cent for one thread, 25 for more. */
  public static final Margins STORED = new Margins(0.10, 0.25);

  /** The margins of two jars, 5 and 15 per cent: forks are paired, so less noise is left. */
  public static final Margins PAIRED = new Margins(0.05, 0.15);

  /**
   * Checks the margins.
   *
   * @throws IllegalArgumentException if a margin is not between 0 and 1
   */
  public Margins {
    requireFraction("singleThread", singleThread);
    requireFraction("multiThread", multiThread);
  }

  /**
   * The margin of a row.
   *
   * @param threads the number of its threads, at least 1
   * @return the margin as a fraction
   */
  public double of(int threads) {
    return threads == 1 ? singleThread : multiThread;
  }

  private static void requireFraction(String name, double margin) {
    if (!(margin > 0 && margin < 1)) {
      throw new IllegalArgumentException(
          name + " margin must lie between 0 and 1, exclusive, but is " + margin);
    }
  }
}
