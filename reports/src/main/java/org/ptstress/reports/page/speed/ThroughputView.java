package org.ptstress.reports.page.speed;

import java.util.List;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Style;

/**
 * Scores against threads for one benchmark and one population.
 *
 * @param title what was measured
 * @param chart the picture
 * @param unit the unit of the scores in the table
 * @param counters the names of the secondary metrics
 * @param rows the numbers of the picture, then those of the controls
 * @param hasYardstick whether the scores can be compared with those of the yardstick
 * @param hasLimit whether they can be compared with what the machine allows
 */
public record ThroughputView(
    String title,
    Chart chart,
    String unit,
    List<String> counters,
    List<Row> rows,
    boolean hasYardstick,
    boolean hasLimit) {
  /**
   * A score.
   *
   * @param name the design or control
   * @param style the look of its line
   * @param control whether it is measured for comparison only, and so not in the picture
   * @param threads the number of threads
   * @param mean the mean over forks
   * @param interval its interval, or how many forks there are
   * @param forks the mean of each fork
   * @param toOne the ratio to the same design at one thread, or empty
   * @param toYardstick the ratio to the yardstick at as many threads, or empty
   * @param timesLimit how many times as long an operation takes as the machine's limit at as many
   *     threads, or empty
   * @param counters the secondary metrics
   */
  public record Row(
      String name,
      Style style,
      boolean control,
      int threads,
      String mean,
      String interval,
      String forks,
      String toOne,
      String toYardstick,
      String timesLimit,
      List<String> counters) {}
}
