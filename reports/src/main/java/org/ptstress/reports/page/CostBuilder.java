package org.ptstress.reports.page;

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
import org.ptstress.reports.chart.Style;
import org.ptstress.reports.chart.Ticks;
import org.ptstress.reports.result.JmhRow;

/** Builds the tables of what a writer, growth, a restore, a full table and a lock cost. */
final class CostBuilder {
  private static final String DESIGN = "design";
  private static final String TIMERS = "timers";
  private static final String RETAINED = "retained";
  private static final String FIND_LIMIT = "FindBenchmark.limit";
  private static final String CREATE_LIMIT = "CreateDeleteBenchmark.limit";
  private static final int FEWEST_FOR_INTERVAL = 3;

  private final List<JmhRow> all;
  private final Styles styles;
  private final String prefix;

  CostBuilder(List<JmhRow> all, Styles styles, String prefix) {
    this.all = all;
    this.styles = styles;
    this.prefix = prefix;
  }

  /** Those tables that the run has numbers for. */
  List<CostView> views() {
    List<CostView> views = new ArrayList<>();
    readers().ifPresent(views::add);
    growth("GrowthBenchmark.find", "A find", FIND_LIMIT).ifPresent(views::add);
    growth("GrowthBenchmark.createDelete", "A create and delete", CREATE_LIMIT)
        .ifPresent(views::add);
    restore().ifPresent(views::add);
    exhaustion().ifPresent(views::add);
    locks().ifPresent(views::add);
    return views;
  }

  private Optional<CostView> readers() {
    CostRows rows = new CostRows(all, "ReadersWriterBenchmark.findBesideCreateDelete", TIMERS);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> heads = new ArrayList<>();
    for (int threads : rows.threads()) {
      heads.addAll(
          List.of(Format.count(threads - 1, "reader") + " alone", "beside a writer", "is left"));
    }
    return Optional.of(
        new CostView(
            "What a writer costs readers",
            "Finds per second of the readers together, alone and while one more thread creates and"
                + " deletes; above are all operations of both.",
            null,
            heads,
            rows.values(DESIGN).stream().map(design -> readers(rows, design)).toList()));
  }

  private CostView.Row readers(CostRows rows, String design) {
    List<String> cells = new ArrayList<>();
    for (int threads : rows.threads()) {
      Optional<JmhRow> both =
          rows.of(DESIGN, design).filter(row -> row.threads() == threads).findFirst();
      Optional<Double> beside =
          both.filter(row -> !row.isStolen()).map(row -> row.secondary().get("find"));
      Optional<Double> alone =
          both.map(JmhRow::timers)
              .flatMap(
                  timers ->
                      Throughputs.of(all, "FindBenchmark.find").score(design, threads - 1, timers))
              .filter(finds -> finds > 0);
      cells.add(alone.map(Format::compact).orElse(""));
      cells.add(beside.map(Format::compact).orElse(""));
      cells.add(
          beside.flatMap(finds -> alone.map(before -> Format.ratio(finds / before))).orElse(""));
    }
    return new CostView.Row(design, styles.of(design), cells);
  }

  private Optional<CostView> growth(String benchmark, String operation, String limit) {
    CostRows rows = new CostRows(all, benchmark, TIMERS);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> heads = new ArrayList<>();
    rows.columns().forEach(timers -> heads.add(Throughputs.words(timers) + " timers"));
    heads.add("grows like timers to the power of");
    List<CostView.Row> table = new ArrayList<>();
    for (String design : rows.values(DESIGN)) {
      List<String> cells =
          new ArrayList<>(rows.cells(DESIGN, design, row -> Format.nanos(CostRows.nanos(row))));
      cells.add(exponent(rows, design));
      table.add(new CostView.Row(design, styles.of(design), cells));
    }
    limits(
            Stream.concat(
                    rows.columns().stream()
                        .map(
                            timers ->
                                limit(limit, 1, timers).map(CostRows::nanos).map(Format::nanos)),
                    Stream.of(Optional.<String>empty()))
                .toList())
        .ifPresent(table::add);
    return Optional.of(
        new CostView(
            operation + " as timers grow, one thread",
            "The time of one operation; a mark is the mean over forks, a dot one fork. A table with a fixed number of chains takes minutes to fill"
                + " with a million timers, and was not.",
            Chart.of(plot(benchmark, operation, rows)),
            heads,
            table));
  }

  /** What the machine allows: a control of the same run, of as many timers where it has some. */
  private Optional<JmhRow> limit(String benchmark, int threads, String timers) {
    return all.stream()
        .filter(row -> row.benchmark().equals(benchmark) && row.threads() == threads)
        .filter(row -> row.timers() == null || row.timers().equals(timers))
        .filter(row -> !row.isStolen())
        .findFirst();
  }

  /** A row of limits, if there is any. */
  private static Optional<CostView.Row> limits(List<Optional<String>> cells) {
    return cells.stream().anyMatch(Optional::isPresent)
        ? Optional.of(
            new CostView.Row(
                "limit of the machine",
                Style.CONTROL,
                cells.stream().map(cell -> cell.orElse("")).toList()))
        : Optional.empty();
  }

  private static String exponent(CostRows rows, String design) {
    List<JmhRow> points = rows.of(DESIGN, design).toList();
    if (points.size() < 2) {
      return "";
    }
    PowerLaw law =
        PowerLaw.of(
            points.stream().mapToDouble(CostBuilder::timers).toArray(),
            points.stream().mapToDouble(CostRows::nanos).toArray());
    return Double.isNaN(law.half())
        ? String.format(Locale.ROOT, "%.2f", law.exponent())
        : String.format(Locale.ROOT, "%.2f \u00b1 %.2f", law.exponent(), law.half());
  }

  private static double timers(JmhRow row) {
    return Double.parseDouble(Objects.requireNonNullElse(row.timers(), "1"));
  }

  private Plot plot(String benchmark, String operation, CostRows rows) {
    List<Double> costs =
        rows.values(DESIGN).stream()
            .flatMap(design -> rows.of(DESIGN, design).map(row -> point(row, design)))
            .flatMap(
                point -> Stream.concat(Stream.of(point.low(), point.high()), point.raw().stream()))
            .sorted()
            .toList();
    List<Double> sizes = rows.columns().stream().map(Double::parseDouble).toList();
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
        new Axis(
            "time",
            places.get(0),
            places.get(places.size() - 1),
            true,
            places.stream().map(place -> new Tick(place, Format.tickNanos(place))).toList()),
        rows.values(DESIGN).stream().map(design -> series(rows, design)).toList());
  }

  private Series series(CostRows rows, String design) {
    return new Series(
        design,
        styles.of(design),
        rows.of(DESIGN, design).map(row -> point(row, design)).toList(),
        List.of());
  }

  /** A mark with its forks; a speed's interval turns over when it becomes a time. */
  private static Point point(JmhRow row, String design) {
    Measure measure = Measure.of(row);
    double mean = CostRows.nanos(row);
    // Of two forks an interval says only that there are two: it would stretch over the whole chart.
    boolean drawn = measure.forks().size() >= FEWEST_FOR_INTERVAL && measure.low() > 0;
    List<Double> ends =
        Stream.of(measure.low(), measure.high())
            .map(end -> drawn ? CostRows.nanos(row, end) : mean)
            .sorted()
            .toList();
    return new Point(
        timers(row),
        mean,
        ends.get(0),
        ends.get(1),
        measure.forks().stream().map(fork -> CostRows.nanos(row, fork)).toList(),
        "%s, %s timers: %s (%s)"
            .formatted(
                design,
                Format.count((long) timers(row)),
                Format.nanos(mean),
                Format.count(measure.forks().size(), "fork")));
  }

  private Optional<CostView> restore() {
    CostRows loop = new CostRows(all, "RestoreBenchmark.createDeleteLoop", "ids");
    CostRows exact = new CostRows(all, "RestoreBenchmark.exactIds", "ids");
    if (loop.isEmpty()) {
      return Optional.empty();
    }
    List<String> heads = new ArrayList<>();
    for (String ids : loop.columns()) {
      String words = ids.toLowerCase(Locale.ROOT).replace('_', ' ');
      heads.addAll(List.of(words + ": by loop", "by exact id", "retained"));
    }
    List<CostView.Row> table = new ArrayList<>();
    for (String design : loop.values(DESIGN)) {
      List<String> cells = new ArrayList<>();
      for (String ids : loop.columns()) {
        cells.add(
            loop.at(DESIGN, design, ids).map(row -> Format.nanos(CostRows.nanos(row))).orElse(""));
        cells.add(
            exact
                .at(DESIGN, design, ids)
                .map(row -> Format.nanos(CostRows.nanos(row)))
                .orElse("none"));
        cells.add(
            Stream.of(exact, loop)
                .flatMap(rows -> rows.at(DESIGN, design, ids).stream())
                .map(row -> row.secondary().get(RETAINED))
                .filter(Objects::nonNull)
                .findFirst()
                .map(bytes -> Format.compact(bytes) + "B")
                .orElse(""));
      }
      table.add(new CostView.Row(design, styles.of(design), cells));
    }
    return Optional.of(
        new CostView(
            "A restore of given ids",
            "first 1000: ids 0 to 999. millions: ids 1,000,000 and 2,000,000. stride 512: 2,048 ids,"
                + " 512 apart. By loop is what CRIU had to do until 6.15: create and delete until the"
                + " wanted id comes along. Retained is what the table and its timers then occupy.",
            null,
            heads,
            table));
  }

  private Optional<CostView> exhaustion() {
    CostRows rows = new CostRows(all, "ExhaustionBenchmark.refusedCreate", "idBits");
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CostView(
                "The create that is told -EAGAIN",
                "How long a create searches when every id is taken, by the width of an id. The RFC's"
                    + " table is not there: its counter goes on at negative ids, which are free.",
                null,
                rows.columns().stream().map(bits -> bits + " bits").toList(),
                rows.values(DESIGN).stream()
                    .map(
                        design ->
                            new CostView.Row(
                                design,
                                styles.of(design),
                                rows.cells(
                                    DESIGN, design, row -> Format.nanos(CostRows.nanos(row)))))
                    .toList()));
  }

  private Optional<CostView> locks() {
    CostRows rows = new CostRows(all, "LockBenchmark.find", TIMERS);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CostView(
                "The RFC's find under one lock or another",
                "Finds per second of all threads together. Twice as many threads as CPUs show what"
                    + " happens when the holder of a lock, or the next in its queue, is preempted.",
                null,
                rows.threads().stream().map(threads -> Format.count(threads, "thread")).toList(),
                Stream.concat(
                        rows.values("lock").stream().map(lock -> lock(rows, lock)),
                        limits(
                            rows.threads().stream()
                                .map(
                                    threads ->
                                        limit(FIND_LIMIT, threads, rows.columns().get(0))
                                            .map(CostBuilder::perSecond))
                                .toList())
                            .stream())
                    .toList()));
  }

  private CostView.Row lock(CostRows rows, String lock) {
    return new CostView.Row(
        lock.toLowerCase(Locale.ROOT).replace('_', ' '),
        styles.of(lock),
        rows.threads().stream()
            .map(
                threads ->
                    rows.of("lock", lock)
                        .filter(row -> row.threads() == threads)
                        .findFirst()
                        .map(CostBuilder::perSecond)
                        .orElse(""))
            .toList());
  }

  private static String perSecond(JmhRow row) {
    Measure measure = Measure.of(row);
    return Format.compact(measure.mean())
        + (measure.hasInterval() ? " \u00b1\u202f" + Format.compact(measure.half()) : "");
  }
}
