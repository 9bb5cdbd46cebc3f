package org.ptstress.reports.page.speed;

import static org.ptstress.reports.page.speed.BenchmarkRows.CREATE_LIMIT;
import static org.ptstress.reports.page.speed.BenchmarkRows.DESIGN;
import static org.ptstress.reports.page.speed.BenchmarkRows.FIND_LIMIT;
import static org.ptstress.reports.page.speed.BenchmarkRows.TIMERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.chart.Chart;
import org.ptstress.reports.chart.Style;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.run.measurement.JmhRow;

/**
 * The costs of one thing by design: a table, and a chart where there is a trend.
 *
 * @param title the measurement
 * @param lead what a cell holds, and what is missing for which reason
 * @param chart the picture, or null
 * @param heads the columns after the first
 * @param rows the numbers
 */
public record CostView(
    String title, String lead, @Nullable Chart chart, List<String> heads, List<Row> rows) {
  /** The tables that a run has numbers for. */
  public static List<CostView> of(List<JmhRow> all, Styles styles, String prefix) {
    return new Builder(all, styles, prefix).views();
  }

  /**
   * The numbers of one design or lock.
   *
   * @param name its name
   * @param style the look of its line
   * @param cells one text for each column; empty where nothing was measured
   */
  public record Row(String name, Style style, List<String> cells) {
    /** A row of limits of the machine, if there is any. */
    static Optional<Row> limits(Stream<Optional<String>> cells) {
      List<String> texts = cells.map(cell -> cell.orElse("")).toList();
      return texts.stream().allMatch(String::isEmpty)
          ? Optional.empty()
          : Optional.of(new Row("limit of the machine", Style.CONTROL, texts));
    }
  }

  /** Builds the tables of what a writer, growth, a restore, a full table and a lock cost. */
  private record Builder(List<JmhRow> all, Styles styles, String prefix) {
    private static final String IDS = "ids";
    private static final String ID_BITS = "idBits";
    private static final String RETAINED = "retained";

    /** The tables that the run has numbers for. */
    List<CostView> views() {
      List<CostView> views = new ArrayList<>();
      readers().ifPresent(views::add);
      GrowthBuilder growth = new GrowthBuilder(all, styles, prefix);
      growth.view("GrowthBenchmark.find", "A find", FIND_LIMIT).ifPresent(views::add);
      growth
          .view("GrowthBenchmark.createDelete", "A create and delete", CREATE_LIMIT)
          .ifPresent(views::add);
      restore().ifPresent(views::add);
      exhaustion().ifPresent(views::add);
      locks().ifPresent(views::add);
      return views;
    }

    private Optional<CostView> readers() {
      BenchmarkRows rows = BenchmarkRows.of(all, "ReadersWriterBenchmark.findBesideCreateDelete");
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
              "Finds per second of all readers, alone and beside one thread that"
                  + " creates and deletes. The chart of throughput counts the operations of"
                  + " both.",
              null,
              heads,
              rows.values(DESIGN).stream().map(design -> readers(rows, design)).toList()));
    }

    private CostView.Row readers(BenchmarkRows rows, String design) {
      List<String> cells = new ArrayList<>();
      for (int threads : rows.threads()) {
        Optional<JmhRow> both = rows.with(DESIGN, design).at(threads);
        Optional<Double> beside = both.filter(row -> !row.isStolen()).map(row -> row.score("find"));
        Optional<Double> alone =
            both.map(JmhRow::timers)
                .flatMap(
                    timers ->
                        BenchmarkRows.throughputs(all, "FindBenchmark.find")
                            .score(design, threads - 1, timers))
                .filter(finds -> finds > 0);
        cells.add(alone.map(Format::compact).orElse(""));
        cells.add(beside.map(Format::compact).orElse(both.isPresent() ? Measure.NO_SAMPLE : ""));
        cells.add(
            beside.flatMap(finds -> alone.map(before -> Format.ratio(finds / before))).orElse(""));
      }
      return new CostView.Row(design, styles.of(design), cells);
    }

    private Optional<CostView> restore() {
      BenchmarkRows loop = BenchmarkRows.of(all, "RestoreBenchmark.createDeleteLoop");
      BenchmarkRows exact = BenchmarkRows.of(all, "RestoreBenchmark.exactIds");
      if (loop.isEmpty()) {
        return Optional.empty();
      }
      List<String> columns = loop.sorted(IDS);
      List<String> heads = new ArrayList<>();
      for (String ids : columns) {
        String words = Format.words(ids);
        heads.addAll(List.of(words + ": by loop", "by exact id", "retained"));
      }
      List<CostView.Row> table = new ArrayList<>();
      List<String> looping = loop.values(DESIGN);
      for (String design :
          Stream.of(looping, exact.values(DESIGN)).flatMap(List::stream).distinct().toList()) {
        List<String> cells = new ArrayList<>();
        for (String ids : columns) {
          Optional<JmhRow> looped = loop.with(DESIGN, design).with(IDS, ids).first();
          Optional<JmhRow> asked = exact.with(DESIGN, design).with(IDS, ids).first();
          cells.add(looped.map(Measure::time).orElse(looping.contains(design) ? "" : "none"));
          cells.add(asked.map(Measure::time).orElse("none"));
          cells.add(
              Stream.of(asked, looped)
                  .flatMap(Optional::stream)
                  .map(row -> row.score(RETAINED))
                  .filter(Objects::nonNull)
                  .findFirst()
                  .map(bytes -> Format.compact(bytes) + "B")
                  .orElse(""));
        }
        table.add(new CostView.Row(design, styles.of(design), cells));
      }
      BenchmarkRows loose = BenchmarkRows.of(all, "RestoreBenchmark.baseline");
      CostView.Row.limits(
              columns.stream()
                  .flatMap(
                      ids ->
                          Stream.of(
                              Optional.empty(),
                              loose.with(IDS, ids).first().map(Measure::time),
                              Optional.empty())))
          .ifPresent(table::add);
      return Optional.of(
          new CostView(
              "A restore of given ids",
              "first 1000: ids 0 to 999. millions: ids 1,000,000 and 2,000,000."
                  + " stride 512: 2,048 ids, 512 apart. By loop is the way of CRIU before"
                  + " 6.15: create and delete until the wanted id is returned, which may"
                  + " never happen where ids are drawn. Retained is the memory of the table"
                  + " and its timers afterwards. The limit of the machine allocates as many"
                  + " timers, without a table.",
              null,
              heads,
              table));
    }

    private Optional<CostView> exhaustion() {
      BenchmarkRows rows = BenchmarkRows.of(all, "ExhaustionBenchmark.refusedCreate");
      BenchmarkRows limits = BenchmarkRows.of(all, CREATE_LIMIT);
      List<String> widths = rows.sorted(ID_BITS);
      return rows.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new CostView(
                  "Creates that fail with -EAGAIN",
                  "The time of a create when every id is taken, by the width of an id."
                      + " The RFC's table is absent: its counter continues with negative ids,"
                      + " which are free.",
                  null,
                  widths.stream().map(bits -> bits + " bits").toList(),
                  Stream.concat(
                          rows.values(DESIGN).stream()
                              .map(
                                  design ->
                                      new CostView.Row(
                                          design, styles.of(design), rows.times(design, ID_BITS))),
                          CostView.Row.limits(
                              widths.stream().map(bits -> limits.limit(1, bits).map(Measure::time)))
                              .stream())
                      .toList()));
    }

    private Optional<CostView> locks() {
      BenchmarkRows rows = BenchmarkRows.of(all, "LockBenchmark.find");
      BenchmarkRows limits = BenchmarkRows.of(all, FIND_LIMIT);
      return rows.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new CostView(
                  "The RFC's find under one lock or another",
                  "Finds per second of all threads together. With twice as many threads"
                      + " as CPUs, the holder of a lock or its next waiter is preempted.",
                  null,
                  rows.threads().stream().map(threads -> Format.count(threads, "thread")).toList(),
                  Stream.concat(
                          rows.values("lock").stream().map(lock -> lock(rows, lock)),
                          CostView.Row.limits(
                              rows.threads().stream()
                                  .map(
                                      threads ->
                                          limits
                                              .limit(threads, rows.sorted(TIMERS).get(0))
                                              .map(Builder::perSecond)))
                              .stream())
                      .toList()));
    }

    private CostView.Row lock(BenchmarkRows rows, String lock) {
      BenchmarkRows ofLock = rows.with("lock", lock);
      return new CostView.Row(
          Format.words(lock),
          styles.of(lock),
          rows.threads().stream()
              .map(threads -> ofLock.at(threads).map(Builder::perSecond).orElse(""))
              .toList());
    }

    private static String perSecond(JmhRow row) {
      if (row.isStolen()) {
        return Measure.NO_SAMPLE;
      }
      Measure measure = Measure.of(row);
      return Format.compact(measure.mean()) + (measure.hasInterval() ? " " + measure.spread() : "");
    }
  }
}
