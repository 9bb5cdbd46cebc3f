package org.ptstress.reports.gate;

/**
 * An effect with its confidence interval, all on the natural log scale.
 *
 * @param effect the estimate; below zero is slower
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double effect, double low, double high) {
  /**
   * How precise the estimate is.
   *
   * @return half the width
   */
  public double halfWidth() {
    return (high - low) / 2;
  }
}
