package org.ptstress.reports.page.latency;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.reports.page.latency.LatencyView.Operation;
import org.ptstress.run.measurement.LatencyLog;

/** Builds the charts and tables of latency, for each operation. */
public final class LatencyBuilder {
  private static final Map<String, String> TITLES =
      Map.of("find", "a find", "create-delete", "a pair of create and delete");

  private final List<LatencyLog> logs;
  private final Styles styles;
  private final String prefix;

  public LatencyBuilder(List<LatencyLog> logs, Styles styles, String prefix) {
    // Designs in their order, then controls.
    this.logs =
        logs.stream().sorted(Comparator.comparingInt(log -> styles.order(log.name()))).toList();
    this.styles = styles;
    this.prefix = prefix;
  }

  /** The view; there must be a log. */
  public LatencyView view() {
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
        .filter(ofRate -> ofRate.stream().allMatch(LatencyBuilder::isSustained))
        .findFirst()
        .orElseGet(() -> byRate.firstEntry().getValue());
  }

  private static boolean isSustained(LatencyLog log) {
    return HighestRate.isBelow((double) log.histogram().getValueAtPercentile(Percentiles.BOUNDED));
  }
}
