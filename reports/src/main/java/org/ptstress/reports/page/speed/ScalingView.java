package org.ptstress.reports.page.speed;

import java.util.List;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Style;

/**
 * The chart of the first screen: finds against threads, with the numbers in short.
 *
 * @param title what was measured
 * @param chart the picture
 * @param threads the columns of the table
 * @param rows the numbers of the picture, one line for each design
 */
public record ScalingView(String title, Chart chart, List<Integer> threads, List<Row> rows) {
  /**
   * The numbers of a design.
   *
   * @param name the design
   * @param style the look of its line
   * @param cells one for each number of threads
   */
  public record Row(String name, Style style, List<Cell> cells) {}

  /**
   * A score.
   *
   * @param mean the mean over forks, or empty if it was not measured
   * @param toOne the ratio to the same design at one thread, or empty
   */
  public record Cell(String mean, String toOne) {}
}
