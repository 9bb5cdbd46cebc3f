package org.ptstress.reports.measured;

import java.util.EnumSet;
import java.util.List;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A difference of logarithms of two sets of fork means, with one-sided 95 % bounds (Welch's t with
 * the degrees of freedom of Welch and Satterthwaite). A fork is a sample.
 *
 * @param estimate the difference of the means of the logarithms
 * @param low a bound that the difference is above
 * @param high a bound that the difference is below
 */
record Bound(double estimate, double low, double high) {
  private static final double CONFIDENCE = 0.95;

  /**
   * The logarithm of numerator over denominator.
   *
   * @param numerator at least two positive fork means
   * @param denominator at least two positive fork means
   */
  static Bound ofLogRatio(List<Double> numerator, List<Double> denominator) {
    DoubleStatistics above = logs(numerator);
    DoubleStatistics below = logs(denominator);
    double estimate = above.getAsDouble(Statistic.MEAN) - below.getAsDouble(Statistic.MEAN);
    double varianceAbove = above.getAsDouble(Statistic.VARIANCE) / numerator.size();
    double varianceBelow = below.getAsDouble(Statistic.VARIANCE) / denominator.size();
    double variance = varianceAbove + varianceBelow;
    if (variance == 0) {
      return new Bound(estimate, estimate, estimate);
    }
    double freedom =
        variance
            * variance
            / (varianceAbove * varianceAbove / (numerator.size() - 1)
                + varianceBelow * varianceBelow / (denominator.size() - 1));
    double half =
        TDistribution.of(freedom).inverseCumulativeProbability(CONFIDENCE) * Math.sqrt(variance);
    return new Bound(estimate, estimate - half, estimate + half);
  }

  /** The same bound with everything divided by a positive number. */
  Bound dividedBy(double divisor) {
    return new Bound(estimate / divisor, low / divisor, high / divisor);
  }

  private static DoubleStatistics logs(List<Double> values) {
    return DoubleStatistics.of(
        EnumSet.of(Statistic.MEAN, Statistic.VARIANCE),
        values.stream().mapToDouble(Math::log).toArray());
  }
}
