package org.ptstress.reports.page.speed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Style;

/**
 * What something costs each design: a table, and a chart where there is a course to be seen.
 *
 * @param title what was measured
 * @param lead what a cell holds, and what is missing for which reason
 * @param chart the picture, or null
 * @param heads the columns after the first
 * @param rows the numbers
 */
public record CostView(
    String title, String lead, @Nullable Chart chart, List<String> heads, List<Row> rows) {
  /**
   * The numbers of one design or lock.
   *
   * @param name its name
   * @param style the look of its line
   * @param cells one text for each column; empty where nothing was measured
   */
  public record Row(String name, Style style, List<String> cells) {
    /** A row of limits of the machine, if there is any. */
    static Optional<Row> limits(Stream<Optional<String>> cells) {
      List<String> texts = cells.map(cell -> cell.orElse("")).toList();
      return texts.stream().allMatch(String::isEmpty)
          ? Optional.empty()
          : Optional.of(new Row("limit of the machine", Style.CONTROL, texts));
    }
  }
}
