package org.ptstress.reports.chart;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * An axis of a plot.
 *
 * @param label what is measured, with its unit
 * @param low the value at its start
 * @param high the value at its end, above {@code low}
 * @param logarithmic whether equal distances are equal ratios; {@code low} is then above 0
 * @param ticks where it is labelled
 */
public record Axis(String label, double low, double high, boolean logarithmic, List<Tick> ticks) {
  /** Checks the range. */
  public Axis {
    if (!(high > low) || (logarithmic && low <= 0)) {
      throw new IllegalArgumentException(
          "No axis \"" + label + "\" from " + low + " to " + high + ".");
    }
    ticks = List.copyOf(ticks);
  }

  /**
   * An axis from the first to the last of its ticks.
   *
   * @param places the values of the ticks, rising, see {@link Ticks}
   * @param text the label of a tick
   */
  public static Axis of(
      String label, boolean logarithmic, List<Double> places, DoubleFunction<String> text) {
    return new Axis(
        label,
        places.get(0),
        places.get(places.size() - 1),
        logarithmic,
        places.stream().map(place -> new Tick(place, text.apply(place))).toList());
  }

  /**
   * A labelled place on an axis.
   *
   * @param value the place
   * @param label its text
   */
  public record Tick(double value, String label) {}

  /** The share of the axis that lies before a value. */
  double share(double value) {
    return logarithmic
        ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }
}
