package org.ptstress.reports.gate;

import java.util.Locale;

/** How rows and figures are written in messages. */
public final class Labels {
  private Labels() {}

  /**
   * A row, such as {@code FindBenchmark.find RfcHash (timers=512, 1 thread)}.
   *
   * @param benchmark the benchmark's full name
   * @param design the design
   * @param params the other parameters as text
   * @param threads the number of threads
   * @return the text
   */
  public static String row(String benchmark, String design, String params, int threads) {
    return String.format(
        Locale.ROOT,
        "%s %s (%s, %d %s)",
        shortName(benchmark),
        design,
        params,
        threads,
        threads == 1 ? "thread" : "threads");
  }

  /** Class and method of a benchmark, without the package. */
  static String shortName(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }

  /** An effect on the log scale as a signed percentage. */
  static String percent(double effect) {
    double tenths = Math.round(1000 * Math.expm1(effect)) / 10.0;
    return String.format(Locale.ROOT, "%+.1f %%", tenths);
  }

  static String interval(Interval interval) {
    return String.format("[%s, %s]", percent(interval.low()), percent(interval.high()));
  }
}
