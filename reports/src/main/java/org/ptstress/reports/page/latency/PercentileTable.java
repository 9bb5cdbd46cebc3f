package org.ptstress.reports.page.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.chart.Axis;
import org.ptstress.reports.chart.Axis.Tick;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Plot;
import org.ptstress.reports.chart.Series;
import org.ptstress.reports.chart.Series.Point;
import org.ptstress.reports.chart.Series.Position;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.reports.page.latency.LatencyView.Operation;
import org.ptstress.reports.page.latency.LatencyView.Row;
import org.ptstress.reports.page.latency.LatencyView.Sweep;
import org.ptstress.run.measurement.LatencyLog;

/**
 * The percentiles of one operation at one rate. The horizontal axis counts nines, so that the tail
 * has as much room as the body; the maximum stands behind the last percentile.
 *
 * @param series in the order of the table, at least one
 * @param title the operation in words
 * @param id the id of the chart
 */
record PercentileTable(List<LatencyLog> series, Styles styles, String title, String id) {
  private static final String MAX = "max";
  private static final double MAX_PLACE = 4.6;
  private static final double STEP = 0.05;

  Operation operation(@Nullable Sweep sweep) {
    List<Row> rows = series.stream().map(this::row).toList();
    boolean tooFew = rows.stream().anyMatch(row -> row.values().contains(Percentiles.TOO_FEW));
    List<String> heads =
        Stream.concat(Percentiles.ALL.stream().map(Percentiles::name), Stream.of(MAX)).toList();
    boolean isDisturbed = series.stream().anyMatch(LatencyLog::disturbed);
    String note =
        (tooFew ? Percentiles.WHY : "") + (isDisturbed ? " " + LatencyView.WHY_DISTURBED : "");
    return new Operation(Chart.of(plot()), heads, rows, note.strip(), sweep);
  }

  private Row row(LatencyLog log) {
    Histogram histogram = log.histogram();
    List<String> values = new ArrayList<>();
    for (double percentile : Percentiles.ALL) {
      OptionalDouble value = Percentiles.of(histogram, percentile);
      values.add(value.isPresent() ? Format.nanos(value.getAsDouble()) : Percentiles.TOO_FEW);
    }
    values.add(Format.nanos((double) histogram.getMaxValue()));
    return new Row(
        log.name(),
        styles.of(log.name()),
        !styles.isDesign(log.name()),
        Format.count(histogram.getTotalCount()) + (log.disturbed() ? LatencyView.DISTURBED : ""),
        values);
  }

  private Plot plot() {
    long rate = series.get(0).rate();
    return new Plot(
        id,
        "Latency of %s by percentile%s"
            .formatted(title, rate == 0 ? "" : ", " + Format.tick((double) rate) + " a second"),
        description(),
        new Axis("percentile, each step one nine more", nines(50), MAX_PLACE, false, xTicks()),
        LatencyAxis.of(
            series.stream()
                .flatMapToDouble(
                    log ->
                        DoubleStream.of(
                            (double) log.histogram().getValueAtPercentile(50),
                            (double) log.histogram().getMaxValue()))),
        series.stream().map(this::line).toList());
  }

  private static List<Tick> xTicks() {
    return Stream.concat(
            Percentiles.ALL.stream()
                .map(percentile -> new Tick(nines(percentile), Percentiles.name(percentile))),
            Stream.of(new Tick(MAX_PLACE, MAX)))
        .toList();
  }

  private Series line(LatencyLog log) {
    Histogram histogram = log.histogram();
    List<Point> points = new ArrayList<>();
    List<Position> curve = new ArrayList<>();
    double drawn = nines(50);
    for (double percentile : Percentiles.ALL) {
      OptionalDouble value = Percentiles.of(histogram, percentile);
      if (value.isPresent()) {
        double place = nines(percentile);
        for (; drawn < place; drawn += STEP) {
          curve.add(
              new Position(drawn, (double) histogram.getValueAtPercentile(percentile(drawn))));
        }
        curve.add(new Position(place, value.getAsDouble()));
        points.add(point(log, place, Percentiles.name(percentile), value.getAsDouble()));
      }
    }
    double max = (double) histogram.getMaxValue();
    curve.add(new Position(MAX_PLACE, max));
    points.add(point(log, MAX_PLACE, MAX, max));
    return new Series(log.name(), styles.of(log.name()), points, curve);
  }

  private static Point point(LatencyLog log, double place, String name, double nanos) {
    return Point.exact(place, nanos, "%s %s: %s".formatted(log.name(), name, Format.nanos(nanos)));
  }

  /** The number of nines of a percentile: 1 for 90, 2 for 99. */
  private static double nines(double percentile) {
    return -Math.log10(1 - percentile / 100);
  }

  private static double percentile(double nines) {
    return 100 * (1 - Math.pow(10, -nines));
  }

  private String description() {
    return "Curves on a logarithmic scale, one for each design and control. "
        + series.stream()
            .map(
                log ->
                    "%s: median %s, maximum %s"
                        .formatted(
                            log.name(),
                            Format.nanos((double) log.histogram().getValueAtPercentile(50)),
                            Format.nanos((double) log.histogram().getMaxValue())))
            .collect(Collectors.joining("; "))
        + ".";
  }
}
