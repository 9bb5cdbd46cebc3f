package org.ptstress.reports.page;

import java.util.List;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Style;

/**
 * Percentiles of latency.
 *
 * @param chart the picture
 * @param heads the percentiles of the table
 * @param rows the numbers of the picture
 */
record LatencyView(Chart chart, List<String> heads, List<Row> rows) {
  /**
   * The percentiles of one log.
   *
   * @param name the design or control
   * @param style the look of its line
   * @param control whether it is measured for comparison only
   * @param samples how many latencies were recorded
   * @param values one value for each percentile
   */
  record Row(String name, Style style, boolean control, String samples, List<String> values) {}
}
