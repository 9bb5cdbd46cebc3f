package org.ptstress.reports.page.latency;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Style;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.run.measurement.LatencyLog;

/**
 * Percentiles of latency.
 *
 * @param operations the timed operations
 */
public record LatencyView(List<Operation> operations) {
  /** The latencies of a run; there must be a log. */
  public static LatencyView of(List<LatencyLog> logs, Styles styles, String prefix) {
    return new Builder(logs, styles, prefix).view();
  }

  /** The mark behind a number that may be the machine's. */
  static final String DISTURBED = "\u202f*";

  /** The meaning of {@link #DISTURBED}. */
  static final String WHY_DISTURBED =
      "*: other programs had the CPUs for at least 1 % of the time; slow"
          + " values may come from the machine.";

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
        "\u2265: a lower bound. The sweep has no higher rate, or (machine) at"
            + " the next rate the control exceeds the bound too, or other processes"
            + " had the CPUs. Without \u2265 the design exceeds the bound at the next"
            + " rate with all CPUs, and the control does not. Empty: not measured"
            + " after two saturated rates in a row, or no sample because another"
            + " process had the CPUs; the log says which. "
            + WHY_DISTURBED;
  }

  /**
   * The percentiles of one series.
   *
   * @param name the design or control
   * @param style the look of its line
   * @param control whether it is measured for comparison only
   * @param samples the number of latencies that were recorded
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

  /** Builds the charts and tables of latency, for each operation. */
  private static final class Builder {
    private static final Map<String, String> TITLES =
        Map.of("find", "a find", "create-delete", "a pair of create and delete");

    private final List<LatencyLog> logs;
    private final Styles styles;
    private final String prefix;

    Builder(List<LatencyLog> logs, Styles styles, String prefix) {
      // Designs in their order, then controls.
      this.logs =
          logs.stream().sorted(Comparator.comparingInt(log -> styles.order(log.name()))).toList();
      this.styles = styles;
      this.prefix = prefix;
    }

    /** The view; there must be a log. */
    LatencyView view() {
      Map<String, List<LatencyLog>> operations =
          logs.stream()
              .collect(
                  Collectors.groupingBy(
                      LatencyLog::operation, LinkedHashMap::new, Collectors.toList()));
      return new LatencyView(
          operations.entrySet().stream()
              .map(entry -> operation(entry.getKey(), entry.getValue()))
              .toList());
    }

    private Operation operation(String name, List<LatencyLog> series) {
      String title = TITLES.getOrDefault(name, name);
      String id = prefix + "latency-" + name.replaceAll("[^a-z-]", "-");
      List<LatencyLog> atCommonRate = atCommonRate(series);
      return new PercentileTable(atCommonRate, styles, title, id)
          .operation(new RateTable(series, styles, title, id + "-rates").sweep());
    }

    /**
     * The series of the rate at which designs can be compared: among the rates that most of them
     * have, the highest that all sustain, else the lowest.
     */
    static List<LatencyLog> atCommonRate(List<LatencyLog> series) {
      TreeMap<Long, List<LatencyLog>> byRate =
          series.stream()
              .collect(Collectors.groupingBy(LatencyLog::rate, TreeMap::new, Collectors.toList()));
      int most = byRate.values().stream().mapToInt(List::size).max().orElseThrow();
      byRate.values().removeIf(ofRate -> ofRate.size() < most);
      return byRate.descendingMap().values().stream()
          .filter(ofRate -> ofRate.stream().allMatch(Builder::isSustained))
          .findFirst()
          .orElseGet(() -> byRate.firstEntry().getValue());
    }

    private static boolean isSustained(LatencyLog log) {
      return HighestRate.isBelow(
          (double) log.histogram().getValueAtPercentile(Percentiles.BOUNDED));
    }
  }
}
