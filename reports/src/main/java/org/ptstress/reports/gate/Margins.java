package org.ptstress.reports.gate;

/**
 * How large a change of speed must be to matter, as a fraction: 0.1 is ten per cent.
 *
 * <p>Rows with several threads have a margin of their own: where threads meet on a cache line or a
 * lock, forks of the same code differ by 10 to 45 per cent on a machine with two CPUs.
 *
 * @param singleThread the margin of rows with one thread, between 0 and 1, exclusive
 * @param multiThread the margin of rows with more threads, between 0 and 1, exclusive
 */
public record Margins(double singleThread, double multiThread) {
  /** Of stored runs: ten per cent for one thread, 25 per cent for more. */
  public static final Margins STORED = new Margins(0.10, 0.25);

  /** Of two jars, five per cent and 15: forks are paired, so less noise is left. */
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
   * @param threads how many threads it has, at least 1
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
