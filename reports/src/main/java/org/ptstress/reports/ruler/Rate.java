package org.ptstress.reports.ruler;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The interval of a rate by Clopper and Pearson: exact, and never too narrow.
 *
 * <p>Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the
 * binomial", 1934.
 *
 * @param low the lower end of the 95 % interval
 * @param high the upper end
 */
record Rate(double low, double high) {
  private static final double TAIL = 0.025;

  /**
   * The interval of what was seen in some trials.
   *
   * @param seen how often, 0 to {@code trials}
   * @param trials how many independent trials there were, above 0; need not be whole
   */
  static Rate of(double seen, double trials) {
    return new Rate(
        seen <= 0
            ? 0
            : BetaDistribution.of(seen, trials - seen + 1).inverseCumulativeProbability(TAIL),
        seen >= trials
            ? 1
            : BetaDistribution.of(seen + 1, trials - seen).inverseSurvivalProbability(TAIL));
  }
}
