package org.ptstress.reports.page.speed;

import static org.ptstress.reports.page.speed.BenchmarkRows.DESIGN;
import static org.ptstress.reports.page.speed.BenchmarkRows.TIMERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.reports.chart.Axis;
import org.ptstress.reports.chart.Axis.Tick;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Plot;
import org.ptstress.reports.chart.Series;
import org.ptstress.reports.chart.Series.Point;
import org.ptstress.reports.chart.Ticks;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.run.measurement.JmhRow;

/** Builds the table and the chart of what an operation costs as timers grow. */
record GrowthBuilder(List<JmhRow> all, Styles styles, String prefix) {
  private static final int FEWEST_FOR_INTERVAL = 3;

  /**
   * The growth of one operation.
   *
   * @param benchmark the measurement
   * @param operation the operation in words
   * @param limit the control that it is held against
   * @return the table, if the run has numbers for it
   */
  Optional<CostView> view(String benchmark, String operation, String limit) {
    BenchmarkRows rows = BenchmarkRows.of(all, benchmark);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> heads = new ArrayList<>();
    List<String> populations = rows.sorted(TIMERS);
    populations.forEach(timers -> heads.add(BenchmarkRows.words(timers) + " timers"));
    heads.add("grows like timers to the power of");
    List<CostView.Row> table = new ArrayList<>();
    for (String design : rows.values(DESIGN)) {
      List<String> cells = new ArrayList<>(rows.times(design, TIMERS));
      cells.add(exponent(rows, design));
      table.add(new CostView.Row(design, styles.of(design), cells));
    }
    BenchmarkRows limits = BenchmarkRows.of(all, limit);
    CostView.Row.limits(
            Stream.concat(
                populations.stream().map(timers -> limits.limit(1, timers).map(Measure::time)),
                Stream.of(Optional.empty())))
        .ifPresent(table::add);
    return Optional.of(
        new CostView(
            operation + " as timers grow, one thread",
            "The time of one operation; a mark is the mean over forks, a dot one"
                + " fork. Tables with a fixed number of chains are not measured at a"
                + " million timers, because filling them takes minutes.",
            rows.samples().findAny().isPresent()
                ? Chart.of(plot(benchmark, operation, rows))
                : null,
            heads,
            table));
  }

  private static String exponent(BenchmarkRows rows, String design) {
    List<JmhRow> points = rows.with(DESIGN, design).samples().toList();
    if (points.size() < 2) {
      return "";
    }
    PowerLaw law =
        PowerLaw.of(
            points.stream().mapToDouble(GrowthBuilder::timers).toArray(),
            points.stream().mapToDouble(Measure::nanos).toArray());
    return Double.isNaN(law.half())
        ? String.format(Locale.ROOT, "%.2f", law.exponent())
        : String.format(Locale.ROOT, "%.2f \u00b1 %.2f", law.exponent(), law.half());
  }

  private static double timers(JmhRow row) {
    return Double.parseDouble(Objects.requireNonNullElse(row.timers(), "1"));
  }

  private Plot plot(String benchmark, String operation, BenchmarkRows rows) {
    List<Double> costs =
        rows.values(DESIGN).stream()
            .flatMap(design -> rows.with(DESIGN, design).samples().map(row -> point(row, design)))
            .flatMap(
                point -> Stream.concat(Stream.of(point.low(), point.high()), point.raw().stream()))
            .sorted()
            .toList();
    List<Double> sizes = rows.sorted(TIMERS).stream().map(Double::parseDouble).toList();
    List<Double> places = Ticks.logarithmic(costs.get(0), costs.get(costs.size() - 1));
    return new Plot(
        prefix + "growth-" + benchmark.toLowerCase(Locale.ROOT).replace('.', '-'),
        operation + " as timers grow",
        "Lines over the number of timers, both axes logarithmic, one for each design; the table"
            + " beside it has the numbers.",
        new Axis(
            "timers",
            sizes.get(0) * 0.7,
            sizes.get(sizes.size() - 1) * 1.4,
            true,
            sizes.stream().map(size -> new Tick(size, Format.count(size.longValue()))).toList()),
        Axis.of("time", true, places, Format::tickNanos),
        rows.values(DESIGN).stream()
            .map(design -> series(rows, design))
            .filter(line -> !line.points().isEmpty())
            .toList());
  }

  private Series series(BenchmarkRows rows, String design) {
    return new Series(
        design,
        styles.of(design),
        rows.with(DESIGN, design).samples().map(row -> point(row, design)).toList(),
        List.of());
  }

  /** A mark with its forks; a speed's interval turns over when it becomes a time. */
  private static Point point(JmhRow row, String design) {
    Measure measure = Measure.of(row);
    double mean = Measure.nanos(row);
    // Of two forks an interval says only that there are two: it would stretch over the whole chart.
    boolean drawn = measure.forks().size() >= FEWEST_FOR_INTERVAL && measure.low() > 0;
    List<Double> ends =
        Stream.of(measure.low(), measure.high())
            .map(end -> drawn ? Measure.nanos(row, end) : mean)
            .sorted()
            .toList();
    return new Point(
        timers(row),
        mean,
        ends.get(0),
        ends.get(1),
        measure.forks().stream().map(fork -> Measure.nanos(row, fork)).toList(),
        "%s, %s timers: %s (%s)"
            .formatted(
                design,
                Format.count((long) timers(row)),
                Format.nanos(mean),
                Format.count(measure.forks().size(), "fork")));
  }
}
