package org.ptstress.reports.page.latency;

import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** The percentiles that the report shows, and how many latencies one of them needs. */
final class Percentiles {
  /** The percentile that {@link HighestRate} is about. */
  static final double BOUNDED = 99.9;

  /** In the order of the table. */
  static final List<Double> ALL = List.of(50.0, 90.0, 99.0, BOUNDED, 99.99);

  /** The sign of a percentile that has too few latencies. */
  static final String TOO_FEW = "\u2013";

  /** The meaning of {@link #TOO_FEW}. */
  static final String WHY =
      TOO_FEW + ": fewer than 10 latencies lie beyond it, too few to tell it from chance.";

  private static final double FEWEST_BEYOND = 10;

  private Percentiles() {}

  /** The name of a percentile: {@code p99.9}. */
  static String name(double percentile) {
    return percentile == Math.rint(percentile) ? "p" + (int) percentile : "p" + percentile;
  }

  /**
   * A percentile.
   *
   * @param histogram latencies in ns
   * @param percentile which one
   * @return its value, or nothing if fewer than 10 latencies lie beyond it
   */
  static OptionalDouble of(Histogram histogram, double percentile) {
    double beyond = (double) histogram.getTotalCount() * (100 - percentile) / 100;
    // 100 - 99.9 is a little less than a tenth.
    return beyond > FEWEST_BEYOND - 1e-6
        ? OptionalDouble.of((double) histogram.getValueAtPercentile(percentile))
        : OptionalDouble.empty();
  }
}
