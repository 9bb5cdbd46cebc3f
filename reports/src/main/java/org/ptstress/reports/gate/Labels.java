package org.ptstress.reports.gate;

import java.util.Locale;

/** How figures are written in messages. */
final class Labels {
  private Labels() {}

  /** An effect on the log scale as a signed percentage. */
  static String percent(double effect) {
    double tenths = Math.round(1000 * Math.expm1(effect)) / 10.0;
    return String.format(Locale.ROOT, "%+.1f %%", tenths);
  }

  static String interval(Interval interval) {
    return String.format("[%s, %s]", percent(interval.low()), percent(interval.high()));
  }
}
