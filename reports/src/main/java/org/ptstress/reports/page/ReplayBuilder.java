package org.ptstress.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ptstress.reports.result.JmhRow;

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

  /** A line of the letter: milliseconds in the order of {@link #COLUMNS}. */
  private record Published(String operation, int timers, List<Double> millis) {}

  private static final List<Published> LETTER =
      List.of(
          new Published("create", 20_000, List.of(23.0, 23.0, 9.0, 8.0)),
          new Published("create", 50_000, List.of(98.0, 219.0, 20.0, 18.0)),
          new Published("create", 100_000, List.of(313.0, 750.0, 48.0, 33.0)),
          new Published("getoverrun", 20_000, List.of(14.0, 14.0, 5.0, 4.0)),
          new Published("getoverrun", 50_000, List.of(62.0, 62.0, 10.0, 9.0)),
          new Published("getoverrun", 100_000, List.of(261.0, 260.0, 20.0, 14.0)));

  private static final List<String> ELSEWHERE =
      List.of(
          "63 threads, each with 20,000 timers: create and getoverrun",
          "63 processes, each with 20,000 timers: create and getoverrun",
          "63 threads, each creating and deleting 100,000 times",
          "63 processes, each creating and deleting 100,000 times");

  private final List<JmhRow> all;

  private ReplayBuilder(List<JmhRow> all) {
    this.all = all;
  }

  static ReplayView view(List<JmhRow> all) {
    ReplayBuilder builder = new ReplayBuilder(all);
    return new ReplayView(builder.rows(), builder.steps(), ELSEWHERE);
  }

  private List<ReplayView.Row> rows() {
    List<ReplayView.Row> rows = new ArrayList<>();
    for (Published line : LETTER) {
      for (int column = 0; column < COLUMNS.size(); column++) {
        if (column != NEW_HASH_COLUMN) {
          row(line, column).ifPresent(rows::add);
        }
      }
    }
    return rows;
  }

  private Optional<ReplayView.Row> row(Published line, int column) {
    Optional<Double> one = millis(line, COLUMNS.get(column));
    Optional<Double> other = millis(line, NEW_HASH);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    double published = line.millis().get(column) / line.millis().get(NEW_HASH_COLUMN);
    double measured = one.get() / other.get();
    return Optional.of(
        new ReplayView.Row(
            line.operation() + " of " + Format.count(line.timers()) + " timers",
            COLUMNS.get(column) + " over " + NEW_HASH,
            Format.ratio(published),
            Format.ratio(measured),
            Format.ratio(measured / published)));
  }

  /** How many timers stand before a found one, or in a chain while it fills, on average. */
  private static double steps(Published line) {
    return line.timers() / (2.0 * MAINLINE_CHAINS);
  }

  private List<ReplayView.Step> steps() {
    List<ReplayView.Step> steps = new ArrayList<>();
    for (Published line : LETTER) {
      Optional<Double> alone = walk(line.timers());
      Optional<Double> one = millis(line, COLUMNS.get(MAINLINE_COLUMN));
      Optional<Double> other = millis(line, NEW_HASH);
      if (line.operation().equals("getoverrun")
          && alone.isPresent()
          && one.isPresent()
          && other.isPresent()) {
        steps.add(
            new ReplayView.Step(
                Format.count(line.timers()),
                Format.nanos(
                    step(
                        line,
                        line.millis().get(MAINLINE_COLUMN),
                        line.millis().get(NEW_HASH_COLUMN))),
                Format.nanos(step(line, one.get(), other.get())),
                Format.nanos(alone.get())));
      }
    }
    return steps;
  }

  private static double step(Published line, double mainline, double newHash) {
    return (mainline - newHash) * NANOS_PER_MILLI / line.timers() / steps(line);
  }

  /** A step along a chain of that many timers in ns. */
  private Optional<Double> walk(int timers) {
    return all.stream()
        .filter(row -> row.benchmark().equals("ReplayBenchmark.walk"))
        .filter(row -> Integer.toString(timers).equals(row.timers()))
        .map(row -> Measure.of(row).mean() * NANOS_PER_MILLI / timers)
        .findFirst();
  }

  private Optional<Double> millis(Published line, String design) {
    return all.stream()
        .filter(row -> row.benchmark().equals("ReplayBenchmark." + line.operation()))
        .filter(row -> design.equals(row.design()))
        .filter(row -> Integer.toString(line.timers()).equals(row.timers()))
        .map(row -> Measure.of(row).mean())
        .findFirst();
  }
}
