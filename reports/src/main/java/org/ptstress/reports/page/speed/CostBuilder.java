package org.ptstress.reports.page.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.element.Styles;
import org.ptstress.run.measurement.JmhRow;

/** Builds the tables of what a writer, growth, a restore, a full table and a lock cost. */
public final class CostBuilder {
  private static final String DESIGN = "design";
  private static final String TIMERS = "timers";
  private static final String RETAINED = "retained";

  private final List<JmhRow> all;
  private final Styles styles;
  private final String prefix;
  private final CostLimits limits;

  public CostBuilder(List<JmhRow> all, Styles styles, String prefix) {
    this.all = all;
    this.styles = styles;
    this.prefix = prefix;
    this.limits = new CostLimits(all);
  }

  /** Those tables that the run has numbers for. */
  public List<CostView> views() {
    List<CostView> views = new ArrayList<>();
    readers().ifPresent(views::add);
    GrowthBuilder growth = new GrowthBuilder(all, styles, prefix);
    growth.view("GrowthBenchmark.find", "A find", CostLimits.FIND).ifPresent(views::add);
    growth
        .view("GrowthBenchmark.createDelete", "A create and delete", CostLimits.CREATE)
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
      Optional<Double> beside = both.filter(row -> !row.isStolen()).map(row -> row.score("find"));
      Optional<Double> alone =
          both.map(JmhRow::timers)
              .flatMap(
                  timers ->
                      Throughputs.of(all, "FindBenchmark.find").score(design, threads - 1, timers))
              .filter(finds -> finds > 0);
      cells.add(alone.map(Format::compact).orElse(""));
      cells.add(beside.map(Format::compact).orElse(both.isPresent() ? CostRows.NO_SAMPLE : ""));
      cells.add(
          beside.flatMap(finds -> alone.map(before -> Format.ratio(finds / before))).orElse(""));
    }
    return new CostView.Row(design, styles.of(design), cells);
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
    List<String> looping = loop.values(DESIGN);
    for (String design :
        Stream.of(looping, exact.values(DESIGN)).flatMap(List::stream).distinct().toList()) {
      List<String> cells = new ArrayList<>();
      for (String ids : loop.columns()) {
        cells.add(
            loop.at(DESIGN, design, ids)
                .map(CostRows::time)
                .orElse(looping.contains(design) ? "" : "none"));
        cells.add(exact.at(DESIGN, design, ids).map(CostRows::time).orElse("none"));
        cells.add(
            Stream.of(exact, loop)
                .flatMap(rows -> rows.at(DESIGN, design, ids).stream())
                .map(row -> row.score(RETAINED))
                .filter(Objects::nonNull)
                .findFirst()
                .map(bytes -> Format.compact(bytes) + "B")
                .orElse(""));
      }
      table.add(new CostView.Row(design, styles.of(design), cells));
    }
    CostRows loose = new CostRows(all, "RestoreBenchmark.baseline", "ids");
    CostLimits.row(
            loop.columns().stream()
                .flatMap(
                    ids ->
                        Stream.of(
                            Optional.<String>empty(),
                            loose.of("ids", ids).findFirst().map(CostRows::time),
                            Optional.<String>empty()))
                .toList())
        .ifPresent(table::add);
    return Optional.of(
        new CostView(
            "A restore of given ids",
            "first 1000: ids 0 to 999. millions: ids 1,000,000 and 2,000,000. stride 512: 2,048 ids,"
                + " 512 apart. By loop is what CRIU had to do until 6.15: create and delete until the"
                + " wanted id comes along, which it need not where ids are drawn. Retained is what the table and its timers then occupy. The"
                + " limit of the machine makes as many timers, and no table.",
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
                "Creates that fail with -EAGAIN",
                "How long a create searches when every id is taken, by the width of an id. The RFC's"
                    + " table is not there: its counter goes on at negative ids, which are free.",
                null,
                rows.columns().stream().map(bits -> bits + " bits").toList(),
                Stream.concat(
                        rows.values(DESIGN).stream()
                            .map(
                                design ->
                                    new CostView.Row(
                                        design, styles.of(design), rows.times(DESIGN, design))),
                        CostLimits.row(
                            rows.columns().stream()
                                .map(
                                    bits ->
                                        limits.of(CostLimits.CREATE, 1, bits).map(CostRows::time))
                                .toList())
                            .stream())
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
                        CostLimits.row(
                            rows.threads().stream()
                                .map(
                                    threads ->
                                        limits
                                            .of(CostLimits.FIND, threads, rows.columns().get(0))
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
    if (row.isStolen()) {
      return CostRows.NO_SAMPLE;
    }
    Measure measure = Measure.of(row);
    return Format.compact(measure.mean())
        + (measure.hasInterval() ? " \u00b1\u202f" + Format.compact(measure.half()) : "");
  }
}
