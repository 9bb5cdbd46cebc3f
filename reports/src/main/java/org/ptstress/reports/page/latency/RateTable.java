package org.ptstress.reports.page.latency;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.chart.Axis;
import org.ptstress.reports.chart.Axis.Tick;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Plot;
import org.ptstress.reports.chart.Series;
import org.ptstress.reports.chart.Series.Point;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.reports.page.latency.LatencyView.RateRow;
import org.ptstress.reports.page.latency.LatencyView.Sweep;
import org.ptstress.run.measurement.LatencyLog;

/** The tail of one operation by rate. */
final class RateTable {
  private static final String TAIL = Percentiles.name(Percentiles.BOUNDED);
  private static final String BOUND = Format.tickNanos((double) HighestRate.BOUND_NANOS);

  private final Styles styles;
  private final String title;
  private final String id;
  private final List<Long> rates;

  /** By name, in the order of the table; only with rates that have a tail. */
  private final Map<String, NavigableMap<Long, Double>> tails = new LinkedHashMap<>();

  /** By name: the rates at which other processes had the CPUs for a part of the time. */
  private final Map<String, Set<Long>> disturbed = new HashMap<>();

  /**
   * A table of series of one operation.
   *
   * @param series in the order of the table
   * @param title the operation in words
   * @param id the id of the chart
   */
  RateTable(List<LatencyLog> series, Styles styles, String title, String id) {
    this.styles = styles;
    this.title = title;
    this.id = id;
    for (LatencyLog log : series) {
      OptionalDouble tail = Percentiles.of(log.histogram(), Percentiles.BOUNDED);
      if (log.rate() > 0 && tail.isPresent()) {
        tails
            .computeIfAbsent(log.name(), unused -> new TreeMap<>())
            .put(log.rate(), tail.getAsDouble());
        if (log.disturbed()) {
          disturbed.computeIfAbsent(log.name(), unused -> new HashSet<>()).add(log.rate());
        }
      }
    }
    this.rates =
        List.copyOf(
            tails.values().stream()
                .flatMap(ofName -> ofName.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The view, or null if there are not two rates. */
  @Nullable Sweep sweep() {
    return rates.size() < 2
        ? null
        : new Sweep(
            Chart.of(plot()),
            "Highest rate with " + TAIL + " below " + BOUND,
            rates.stream().map(RateTable::rate).toList(),
            tails.entrySet().stream().map(this::row).toList());
  }

  private RateRow row(Map.Entry<String, NavigableMap<Long, Double>> ofName) {
    String name = ofName.getKey();
    return new RateRow(
        name,
        styles.of(name),
        !styles.isDesign(name),
        highest(ofName).text(),
        rates.stream().map(rate -> value(name, rate, ofName.getValue().get(rate))).toList());
  }

  private static String rate(long perSecond) {
    return Format.tick((double) perSecond);
  }

  private String value(String name, long rate, @Nullable Double tail) {
    if (tail == null) {
      return "";
    }
    boolean isDisturbed = disturbed.getOrDefault(name, Set.of()).contains(rate);
    return Format.nanos(tail) + (isDisturbed ? LatencyView.DISTURBED : "");
  }

  private HighestRate highest(Map.Entry<String, NavigableMap<Long, Double>> ofName) {
    // A control is the machine: it has no control.
    Map<Long, Double> control = styles.isDesign(ofName.getKey()) ? control() : Map.of();
    return HighestRate.of(
        ofName.getValue(), disturbed.getOrDefault(ofName.getKey(), Set.of()), control);
  }

  private Map<Long, Double> control() {
    return tails.entrySet().stream()
        .filter(entry -> !styles.isDesign(entry.getKey()))
        .findFirst()
        .<Map<Long, Double>>map(Map.Entry::getValue)
        .orElse(Map.of());
  }

  private Plot plot() {
    return new Plot(
        id,
        "%s of %s against the rate, bound %s".formatted(TAIL, title, BOUND),
        description(),
        new Axis(
            "arrivals a second, all threads",
            (double) rates.get(0),
            (double) rates.get(rates.size() - 1),
            true,
            rates.stream().map(rate -> new Tick((double) rate, rate(rate))).toList()),
        LatencyAxis.of(
            tails.values().stream()
                .flatMap(ofName -> ofName.values().stream())
                .mapToDouble(Double::doubleValue)),
        tails.entrySet().stream().map(this::line).toList());
  }

  private Series line(Map.Entry<String, NavigableMap<Long, Double>> ofName) {
    String name = ofName.getKey();
    List<Point> points =
        ofName.getValue().entrySet().stream()
            .map(
                tail ->
                    Point.exact(
                        (double) tail.getKey(),
                        tail.getValue(),
                        "%s at %s a second, %s: %s"
                            .formatted(
                                name,
                                rate(tail.getKey()),
                                TAIL,
                                value(name, tail.getKey(), tail.getValue()))))
            .toList();
    return new Series(name, styles.of(name), points, List.of());
  }

  private String description() {
    return "Lines on logarithmic scales, one for each design and control. Highest rate with "
        + TAIL
        + " below "
        + BOUND
        + ": "
        + tails.entrySet().stream()
            .map(ofName -> ofName.getKey() + " " + highest(ofName).text())
            .collect(Collectors.joining("; "))
        + ".";
  }
}
