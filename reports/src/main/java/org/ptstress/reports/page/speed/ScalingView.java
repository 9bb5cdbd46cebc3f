package org.ptstress.reports.page.speed;

import java.util.List;
import java.util.Optional;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Plot;
import org.ptstress.reports.chart.Style;
import org.ptstress.reports.page.element.Format;

/**
 * The chart of the first screen: finds against threads, with the numbers in short.
 *
 * @param title the measurement
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

  private static final String FINDS = Format.id("FindBenchmark.");

  /** Finds at the smallest population; none if the run did not measure them. */
  public static Optional<ScalingView> of(List<ThroughputView> throughputs, String prefix) {
    return throughputs.stream()
        .filter(view -> view.chart().plot().id().startsWith(prefix + FINDS))
        .findFirst()
        .map(view -> first(view, prefix));
  }

  private static ScalingView first(ThroughputView view, String prefix) {
    List<ThroughputView.Row> designs = view.rows().stream().filter(row -> !row.control()).toList();
    List<Integer> threads =
        designs.stream().map(ThroughputView.Row::threads).distinct().sorted().toList();
    List<ScalingView.Row> rows =
        view.chart().plot().series().stream()
            .map(
                series ->
                    new ScalingView.Row(
                        series.name(),
                        series.style(),
                        threads.stream()
                            .map(count -> cell(designs, series.name(), count))
                            .toList()))
            .toList();
    return new ScalingView(view.title(), Chart.of(plot(view, prefix)), threads, rows);
  }

  /** The plot under an id of its own. */
  private static Plot plot(ThroughputView view, String prefix) {
    Plot plot = view.chart().plot();
    return new Plot(
        prefix + "first-scaling",
        plot.title(),
        plot.description(),
        plot.x(),
        plot.y(),
        plot.series());
  }

  private static Cell cell(List<ThroughputView.Row> rows, String name, int threads) {
    return rows.stream()
        .filter(row -> row.name().equals(name) && row.threads() == threads)
        .findFirst()
        .map(row -> new Cell(row.mean(), row.toOne()))
        .orElse(new Cell("", ""));
  }
}
