package org.ptstress.reports.gate;

import java.util.Locale;

/**
 * A change of speed with its interval, all on the natural log scale.
 *
 * @param effect the estimate; below zero is slower
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double effect, double low, double high) {
  /**
   * The precision of the estimate.
   *
   * @return half the width
   */
  public double halfWidth() {
    return (high - low) / 2;
  }

  /** The text in per cent, such as {@code -3.1 % [-4.0 %, -2.2 %]}. */
  @Override
  public String toString() {
    return String.format("%s [%s, %s]", percent(effect), percent(low), percent(high));
  }

  private static String percent(double change) {
    double tenths = Math.round(1000 * Math.expm1(change)) / 10.0;
    return String.format(Locale.ROOT, "%+.1f %%", tenths);
  }
}
