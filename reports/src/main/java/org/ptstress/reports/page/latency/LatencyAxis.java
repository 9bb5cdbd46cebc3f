package org.ptstress.reports.page.latency;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ptstress.reports.chart.Axis;
import org.ptstress.reports.chart.Ticks;
import org.ptstress.reports.page.element.Format;

/** The vertical axis of the charts of latency. */
final class LatencyAxis {
  private LatencyAxis() {}

  /**
   * A logarithmic axis.
   *
   * @param nanos what it has to have room for, at least one
   */
  static Axis of(DoubleStream nanos) {
    DoubleSummaryStatistics range = nanos.summaryStatistics();
    double low = Math.max(1, range.getMin());
    List<Double> places = Ticks.logarithmic(low, Math.max(low, range.getMax()));
    return Axis.of("latency", true, places, Format::tickNanos);
  }
}
