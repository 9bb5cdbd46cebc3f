package org.ptstress.reports.page.speed;

import java.util.List;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Style;

/**
 * What the counts of a run say of more cores than it had. Nothing of it was measured.
 *
 * @param absent why there is nothing, a sentence, or empty
 * @param lineNanos the cost of a line that a core does not have, in nanoseconds
 * @param curves a chart for each kind of operation and of cores
 * @param speedups every operation of every design, in short
 * @param checks the published table of 2025 by the same model; empty if its designs were not
 *     counted
 * @param lacks what the model lacks, sentences, or empty
 */
public record ProjectionView(
    String absent,
    String lineNanos,
    List<Curves> curves,
    Speedups speedups,
    List<Check> checks,
    String lacks) {
  /** Nothing, and why. */
  static ProjectionView none(String absent) {
    return new ProjectionView(
        absent, "", List.of(), new Speedups("", List.of(), List.of()), List.of(), "");
  }

  public boolean isEmpty() {
    return curves.isEmpty();
  }

  /**
   * A chart over cores with its numbers.
   *
   * @param title what is projected
   * @param chart the picture
   * @param cores the columns of the table
   * @param rows the numbers of the picture, one line for each design
   */
  public record Curves(String title, Chart chart, List<Integer> cores, List<Curve> rows) {}

  /**
   * The numbers of a design.
   *
   * @param name the design
   * @param style the look of its line
   * @param rates operations in a second, one for each number of cores
   * @param speedup the last over the first
   * @param limit what the cores wait for in the end, or empty
   */
  public record Curve(String name, Style style, List<String> rates, String speedup, String limit) {}

  /**
   * How many times as fast as one core many are.
   *
   * @param title what is projected
   * @param heads the operations
   * @param rows one for each design
   */
  public record Speedups(String title, List<String> heads, List<Line> rows) {}

  /**
   * A line of a table.
   *
   * @param name the design
   * @param style the look of its lines
   * @param cells its numbers
   */
  public record Line(String name, Style style, List<String> cells) {}

  /**
   * A cell of the published table.
   *
   * @param workload what is done
   * @param design the design that stands for the column
   * @param published milliseconds of the letter
   * @param projected milliseconds of the model
   * @param factor projected over published
   * @param use whether the cell fixed the cost of a line, or was predicted
   */
  public record Check(
      String workload,
      String design,
      String published,
      String projected,
      String factor,
      String use) {}
}
