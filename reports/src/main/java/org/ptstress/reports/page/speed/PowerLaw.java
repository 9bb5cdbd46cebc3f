package org.ptstress.reports.page.speed;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A cost that grows like a power of the size, fitted by least squares on the logarithms of both.
 *
 * @param exponent the exponent: 0 is flat, 1 proportional
 * @param half half the width of its 95 % interval (Student's t); NaN for fewer than three sizes
 */
record PowerLaw(double exponent, double half) {
  private static final double TAIL = 0.025;

  /**
   * Fits one.
   *
   * @param sizes at least two sizes above 0 that are not all equal
   * @param costs a cost above 0 for each
   */
  static PowerLaw of(double[] sizes, double[] costs) {
    int n = sizes.length;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      meanX += Math.log(sizes[i]) / n;
      meanY += Math.log(costs[i]) / n;
    }
    double sxx = 0;
    double sxy = 0;
    for (int i = 0; i < n; i++) {
      double x = Math.log(sizes[i]) - meanX;
      sxx += x * x;
      sxy += x * (Math.log(costs[i]) - meanY);
    }
    double slope = sxy / sxx;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double rest = Math.log(costs[i]) - meanY - slope * (Math.log(sizes[i]) - meanX);
      squares += rest * rest;
    }
    int freedom = n - 2;
    return new PowerLaw(
        slope,
        freedom < 1
            ? Double.NaN
            : TDistribution.of(freedom).inverseSurvivalProbability(TAIL)
                * Math.sqrt(squares / freedom / sxx));
  }
}
