package org.ptstress.reports.page.latency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Style;

/**
 * Percentiles of latency.
 *
 * @param operations what was timed
 */
public record LatencyView(List<Operation> operations) {
  /** Behind a number that may be the machine's. */
  static final String DISTURBED = "\u202f*";

  /** What that means. */
  static final String WHY_DISTURBED =
      "*: other programs had the CPUs for a hundredth of the time or more; what is slow there may be"
          + " the machine.";

  /** Whether a value of a table is one, and not the lack of one; the charts have a mark for it. */
  public static boolean isNumber(String value) {
    return !value.isEmpty() && !value.equals(Percentiles.TOO_FEW);
  }

  /**
   * An operation at the rate that all designs have in common.
   *
   * @param chart the picture
   * @param heads the percentiles of the table
   * @param rows the numbers of the picture
   * @param note what is to be said of the numbers, or empty
   * @param sweep the same operation at all rates, or null if there is but one
   */
  public record Operation(
      Chart chart, List<String> heads, List<Row> rows, String note, @Nullable Sweep sweep) {}

  /**
   * One percentile of an operation against the rate.
   *
   * @param chart the picture
   * @param highest the head of the column with the highest rates below the bound
   * @param rates the rates of the table
   * @param rows the numbers of the picture
   */
  public record Sweep(Chart chart, String highest, List<String> rates, List<RateRow> rows) {
    /** How to read the table. */
    public static final String NOTE =
        "\u2265: the sweep has no higher rate, or (machine) at the next rate the control breaks"
            + " the bound too, or other processes had the CPUs. Without it the design breaks the"
            + " bound there with all CPUs, and the control does not."
            + " Empty: not measured after two saturated rates in a row, or no sample because another"
            + " process had the CPUs; the log says which. "
            + WHY_DISTURBED;
  }

  /**
   * The percentiles of one series.
   *
   * @param name the design or control
   * @param style the look of its line
   * @param control whether it is measured for comparison only
   * @param samples how many latencies were recorded
   * @param values one value for each percentile
   */
  public record Row(
      String name, Style style, boolean control, String samples, List<String> values) {}

  /**
   * One design at all rates.
   *
   * @param name the design or control
   * @param style the look of its line
   * @param control whether it is measured for comparison only
   * @param highest the highest rate below the bound, and what limits it
   * @param values one value for each rate, empty where it was not measured
   */
  public record RateRow(
      String name, Style style, boolean control, String highest, List<String> values) {}
}
