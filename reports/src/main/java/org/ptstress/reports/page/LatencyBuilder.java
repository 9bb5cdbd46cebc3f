package org.ptstress.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.ptstress.reports.chart.Axis;
import org.ptstress.reports.chart.Axis.Tick;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Plot;
import org.ptstress.reports.chart.Series;
import org.ptstress.reports.chart.Series.Point;
import org.ptstress.reports.chart.Series.Position;
import org.ptstress.reports.chart.Ticks;
import org.ptstress.reports.page.LatencyView.Row;
import org.ptstress.reports.result.LatencyLog;

/**
 * Builds the chart and the table of latency percentiles. The horizontal axis counts nines, so that
 * the tail has as much room as the body; the maximum stands behind the last percentile.
 */
final class LatencyBuilder {
  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};
  private static final String[] NAMES = {"p50", "p90", "p99", "p99.9", "p99.99"};
  private static final double MAX_PLACE = 4.6;
  private static final double STEP = 0.05;

  private final List<LatencyLog> logs;
  private final Styles styles;
  private final String prefix;

  LatencyBuilder(List<LatencyLog> logs, Styles styles, String prefix) {
    // Designs in their order, then controls.
    this.logs =
        logs.stream().sorted(Comparator.comparingInt(log -> styles.order(log.name()))).toList();
    this.styles = styles;
    this.prefix = prefix;
  }

  /** The view; there must be a log. */
  LatencyView view() {
    List<String> heads = new ArrayList<>(List.of(NAMES));
    heads.add("max");
    return new LatencyView(Chart.of(plot()), heads, logs.stream().map(this::row).toList());
  }

  private Row row(LatencyLog log) {
    return new Row(
        log.name(),
        styles.of(log.name()),
        !styles.isDesign(log.name()),
        Format.count(log.histogram().getTotalCount()),
        values(log.histogram()).stream().map(Format::nanos).toList());
  }

  private static List<Double> values(Histogram histogram) {
    List<Double> values = new ArrayList<>();
    for (double percentile : PERCENTILES) {
      values.add((double) histogram.getValueAtPercentile(percentile));
    }
    values.add((double) histogram.getMaxValue());
    return values;
  }

  private Plot plot() {
    List<Double> all =
        logs.stream().flatMap(log -> values(log.histogram()).stream()).sorted().toList();
    double low = Math.max(1, all.get(0));
    double high = Math.max(low, all.get(all.size() - 1));
    List<Double> places = Ticks.logarithmic(low, high);
    return new Plot(
        prefix + "latency-chart",
        "Latency of a find by percentile",
        description(),
        new Axis("percentile, each step one nine more", nines(50), MAX_PLACE, false, xTicks()),
        new Axis(
            "latency",
            places.get(0),
            places.get(places.size() - 1),
            true,
            places.stream().map(place -> new Tick(place, Format.tickNanos(place))).toList()),
        logs.stream().map(this::series).toList());
  }

  private static List<Tick> xTicks() {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < PERCENTILES.length; i++) {
      ticks.add(new Tick(nines(PERCENTILES[i]), NAMES[i]));
    }
    ticks.add(new Tick(MAX_PLACE, "max"));
    return ticks;
  }

  private Series series(LatencyLog log) {
    List<Double> values = values(log.histogram());
    List<Tick> places = xTicks();
    List<Point> points =
        IntStream.range(0, values.size())
            .mapToObj(
                i ->
                    Point.exact(
                        places.get(i).value(),
                        values.get(i),
                        "%s %s: %s"
                            .formatted(
                                log.name(), places.get(i).label(), Format.nanos(values.get(i)))))
            .toList();
    return new Series(log.name(), styles.of(log.name()), points, curve(log.histogram()));
  }

  private static List<Position> curve(Histogram histogram) {
    List<Position> curve = new ArrayList<>();
    double last = nines(PERCENTILES[PERCENTILES.length - 1]);
    int steps = (int) Math.ceil((last - nines(50)) / STEP);
    for (int i = 0; i <= steps; i++) {
      double place = Math.min(last, nines(50) + i * STEP);
      double percentile = 100 * (1 - Math.pow(10, -place));
      curve.add(new Position(place, histogram.getValueAtPercentile(percentile)));
    }
    curve.add(new Position(MAX_PLACE, histogram.getMaxValue()));
    return curve;
  }

  /** How many nines a percentile has: 1 for 90, 2 for 99. */
  private static double nines(double percentile) {
    return -Math.log10(1 - percentile / 100);
  }

  private String description() {
    return "Curves on a logarithmic scale, one for each design and control. "
        + logs.stream()
            .map(
                log ->
                    log.name()
                        + ": median "
                        + Format.nanos(values(log.histogram()).get(0))
                        + ", maximum "
                        + Format.nanos(log.histogram().getMaxValue() * 1.0))
            .collect(Collectors.joining("; "))
        + ".";
  }
}
