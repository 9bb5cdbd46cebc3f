package org.ptstress.reports.paired;

import org.apache.commons.statistics.descriptive.Median;

/**
 * The Hodges-Lehmann estimate of a centre: the median of the means of all pairs of values, each
 * value paired with itself too. Almost as precise as a mean where values are normal, and not moved
 * by a few wild ones.
 *
 * <p>Hodges and Lehmann, "Estimates of location based on rank tests", 1963.
 */
public final class HodgesLehmann {
  private HodgesLehmann() {}

  /**
   * Estimates the centre.
   *
   * @param values at least one value
   * @return the estimate, in the unit of the values
   */
  public static double of(double[] values) {
    double[] means = new double[values.length * (values.length + 1) / 2];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i; j < values.length; j++) {
        means[next++] = (values[i] + values[j]) / 2;
      }
    }
    return Median.withDefaults().evaluate(means);
  }
}
