package org.ptstress.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.run.result.JmhRow;

/**
 * Sets the ratios between designs beside those of the cover letter of the 2025 series (changelog of
 * commit 1535cb80286e), whose columns are mainline, Dumazet's series, the new hash and an xarray.
 */
final class ReplayBuilder {
  private static final String NEW_HASH = "BucketLockHash";

  /** The columns of the letter, as designs. */
  private static final List<String> COLUMNS =
      List.of("BoundedScanHash", "PrecheckHash", NEW_HASH, "ProcessIdr");

  private static final int NEW_HASH_COLUMN = COLUMNS.indexOf(NEW_HASH);
  private static final int MAINLINE_COLUMN = 0;

  /** Of the table before 6.15. */
  private static final int MAINLINE_CHAINS = 512;

  private static final double NANOS_PER_MILLI = 1e6;

  private static final String ONE_PROCESS = "ONE_PROCESS";
  private static final String PROCESS_EACH = "PROCESS_EACH";

  /** Threads or processes at once, in the letter. */
  private static final int CROWD = 63;

  /**
   * A line of the letter.
   *
   * @param method what is done
   * @param timers how many timers each thread creates
   * @param threads how many threads
   * @param owners whether they are of one process
   * @param millis milliseconds in the order of {@link #COLUMNS}
   */
  private record Published(
      String method, int timers, int threads, String owners, List<Double> millis) {
    static Published alone(String method, int timers, Double... millis) {
      return new Published(method, timers, 1, ONE_PROCESS, List.of(millis));
    }

    static Published crowd(String method, int timers, String owners, Double... millis) {
      return new Published(method, timers, CROWD, owners, List.of(millis));
    }

    boolean isCrowd() {
      return threads > 1;
    }

    String words() {
      String work =
          method.equals("createDelete")
              ? "create and delete, " + Format.count(timers) + " times"
              : method + " of " + Format.count(timers) + " timers";
      String who = owners.equals(ONE_PROCESS) ? " threads" : " processes";
      return isCrowd() ? work + ", each of " + threads + who : work;
    }
  }

  private static final List<Published> LETTER =
      List.of(
          Published.alone("create", 20_000, 23.0, 23.0, 9.0, 8.0),
          Published.alone("create", 50_000, 98.0, 219.0, 20.0, 18.0),
          Published.alone("create", 100_000, 313.0, 750.0, 48.0, 33.0),
          Published.alone("getoverrun", 20_000, 14.0, 14.0, 5.0, 4.0),
          Published.alone("getoverrun", 50_000, 62.0, 62.0, 10.0, 9.0),
          Published.alone("getoverrun", 100_000, 261.0, 260.0, 20.0, 14.0),
          Published.crowd("create", 20_000, ONE_PROCESS, 180_239.0, 38_599.0, 579.0, 813.0),
          Published.crowd("create", 20_000, PROCESS_EACH, 157_253.0, 40_008.0, 83.0, 60.0),
          Published.crowd("getoverrun", 20_000, ONE_PROCESS, 2_645.0, 2_642.0, 32.0, 7.0),
          Published.crowd("getoverrun", 20_000, PROCESS_EACH, 2_611.0, 2_614.0, 40.0, 4.0),
          Published.crowd("createDelete", 100_000, ONE_PROCESS, 5_917.0, 5_897.0, 5_473.0, 7_846.0),
          Published.crowd("createDelete", 100_000, PROCESS_EACH, 5_137.0, 7_828.0, 891.0, 872.0));

  private final int cpus;

  /** Those that count. */
  private final List<JmhRow> all;

  private ReplayBuilder(int cpus, List<JmhRow> all) {
    this.cpus = cpus;
    this.all =
        all.stream()
            .filter(row -> row.benchmark().startsWith("ReplayBenchmark.") && !row.isStolen())
            .toList();
  }

  /**
   * Builds the table.
   *
   * @param cpus how many the machine has
   * @param all what was measured on it
   */
  static ReplayView view(int cpus, List<JmhRow> all) {
    ReplayBuilder builder = new ReplayBuilder(cpus, all);
    return builder.all.isEmpty()
        ? new ReplayView(List.of(), List.of(), List.of())
        : new ReplayView(builder.rows(), builder.steps(), builder.loose());
  }

  private List<ReplayView.Row> rows() {
    List<ReplayView.Row> rows = new ArrayList<>();
    for (Published line : LETTER) {
      for (int column = 0; column < COLUMNS.size(); column++) {
        if (column != NEW_HASH_COLUMN) {
          rows.add(row(line, column));
        }
      }
    }
    return rows;
  }

  private ReplayView.Row row(Published line, int column) {
    Optional<JmhRow> one = measured(line, COLUMNS.get(column));
    Optional<JmhRow> other = measured(line, NEW_HASH);
    double published = line.millis().get(column) / line.millis().get(NEW_HASH_COLUMN);
    Optional<Double> measured =
        one.flatMap(row -> other.map(newHash -> millis(row) / millis(newHash)));
    int threads = other.map(JmhRow::threads).orElse(0);
    return new ReplayView.Row(
        line.words(),
        COLUMNS.get(column) + " over " + NEW_HASH,
        Format.ratio(published),
        measured
            .map(ratio -> Format.ratio(ratio) + (line.isCrowd() ? ", each of " + threads : ""))
            .orElse(""),
        line.isCrowd() && threads != CROWD
            ? withoutCrowd(threads)
            : measured.map(ratio -> Format.ratio(ratio / published)).orElse("not measured"));
  }

  private String withoutCrowd(int threads) {
    if (cpus < CROWD) {
      return "not measurable on this machine: it needs " + CROWD + " CPUs";
    }
    return threads == 0 ? "not measured" : "not measured with " + CROWD + " threads";
  }

  /** How many timers stand before a found one, or in a chain while it fills, on average. */
  private static double steps(Published line) {
    return line.timers() / (2.0 * MAINLINE_CHAINS);
  }

  private List<ReplayView.Step> steps() {
    List<ReplayView.Step> steps = new ArrayList<>();
    for (Published line : LETTER) {
      Optional<Double> alone = control("walk", line.timers());
      Optional<Double> one =
          measured(line, COLUMNS.get(MAINLINE_COLUMN)).map(ReplayBuilder::millis);
      Optional<Double> other = measured(line, NEW_HASH).map(ReplayBuilder::millis);
      if (!line.isCrowd() && alone.isPresent() && one.isPresent() && other.isPresent()) {
        steps.add(
            new ReplayView.Step(
                line.words(),
                Format.nanos(
                    step(
                        line,
                        line.millis().get(MAINLINE_COLUMN),
                        line.millis().get(NEW_HASH_COLUMN))),
                Format.nanos(step(line, one.get(), other.get())),
                Format.nanos(alone.get() * NANOS_PER_MILLI / line.timers())));
      }
    }
    return steps;
  }

  private List<ReplayView.Loose> loose() {
    List<ReplayView.Loose> loose = new ArrayList<>();
    for (Published line : LETTER) {
      Optional<Double> alone = control("baseline", line.timers());
      Optional<Double> newHash = measured(line, NEW_HASH).map(ReplayBuilder::millis);
      if (line.method().equals("create")
          && !line.isCrowd()
          && alone.isPresent()
          && newHash.isPresent()) {
        loose.add(
            new ReplayView.Loose(
                Format.count(line.timers()),
                Format.nanos(alone.get() * NANOS_PER_MILLI),
                Format.nanos(newHash.get() * NANOS_PER_MILLI)));
      }
    }
    return loose;
  }

  private static double step(Published line, double mainline, double newHash) {
    return (mainline - newHash) * NANOS_PER_MILLI / line.timers() / steps(line);
  }

  /** Milliseconds of what is measured once for all designs. */
  private Optional<Double> control(String method, int timers) {
    return rows(method, timers).map(ReplayBuilder::millis).findFirst();
  }

  /** Where the letter has a crowd, the crowd that this machine has room for. */
  private Optional<JmhRow> measured(Published line, String design) {
    return rows(line.method(), line.timers())
        .filter(row -> design.equals(row.design()))
        .filter(row -> line.owners().equals(row.params().getOrDefault("owners", ONE_PROCESS)))
        .filter(row -> line.isCrowd() == row.threads() > 1)
        .findFirst();
  }

  private Stream<JmhRow> rows(String method, int timers) {
    return all.stream()
        .filter(row -> row.benchmark().equals("ReplayBenchmark." + method))
        .filter(row -> Integer.toString(timers).equals(row.timers()));
  }

  private static double millis(JmhRow row) {
    return Measure.of(row).mean();
  }
}
