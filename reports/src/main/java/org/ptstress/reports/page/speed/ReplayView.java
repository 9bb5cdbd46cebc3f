package org.ptstress.reports.page.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.projection.Published;
import org.ptstress.run.measurement.JmhRow;

/**
 * The published figures of 2025 beside those of this run.
 *
 * @param rows the workloads, each with three ratios
 * @param steps what a step along a chain costs there and here
 * @param loose what the timers cost without a table
 */
public record ReplayView(List<Row> rows, List<Step> steps, List<Loose> loose) {
  /**
   * The ratios of a run beside the published ones.
   *
   * @param cpus the number of CPUs of the machine
   * @param all the measurements on it
   */
  public static ReplayView of(int cpus, List<JmhRow> all) {
    Builder builder = new Builder(cpus, all);
    return builder.all.isEmpty()
        ? new ReplayView(List.of(), List.of(), List.of())
        : new ReplayView(builder.rows(), builder.steps(), builder.loose());
  }

  /**
   * One ratio between two designs.
   *
   * @param workload the workload in words
   * @param designs the compared designs
   * @param published the published ratio
   * @param measured the ratio of this run, empty if there is none
   * @param deviation measured over published, or why they cannot be compared
   */
  public record Row(
      String workload, String designs, String published, String measured, String deviation) {}

  /**
   * A step along a chain of mainline, in three ways.
   *
   * @param workload the workload in words
   * @param published the time that the new hash saves an operation of the letter, by the steps
   * @param measured the same of this run
   * @param alone a step of one pass along all chains
   */
  public record Step(String workload, String published, String measured, String alone) {}

  /**
   * The cost of the timers without a table.
   *
   * @param timers the number of timers
   * @param alone to make them
   * @param newHash to create them in the new hash
   */
  public record Loose(String timers, String alone, String newHash) {}

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * Sets the ratios between designs beside those of the cover letter of the 2025 series (changelog
   * of commit 1535cb80286e), whose columns are mainline, Dumazet's series, the new hash and an
   * xarray.
   */
  private static final class Builder {
    private static final String NEW_HASH = Published.COLUMNS.get(Published.NEW_HASH);

    /** The chains of the table before 6.15. */
    private static final int MAINLINE_CHAINS = 512;

    private static final double NANOS_PER_MILLI = 1e6;

    private static final String ONE_PROCESS = "ONE_PROCESS";
    private static final String PROCESS_EACH = "PROCESS_EACH";

    private final int cpus;

    /** The rows of the replay that were not stolen. */
    private final List<JmhRow> all;

    private Builder(int cpus, List<JmhRow> all) {
      this.cpus = cpus;
      this.all =
          all.stream()
              .filter(row -> row.benchmark().startsWith("ReplayBenchmark.") && !row.isStolen())
              .toList();
    }

    private List<ReplayView.Row> rows() {
      List<ReplayView.Row> rows = new ArrayList<>();
      for (Published line : Published.LETTER) {
        for (int column = 0; column < Published.COLUMNS.size(); column++) {
          if (column != Published.NEW_HASH) {
            rows.add(row(line, column));
          }
        }
      }
      return rows;
    }

    private ReplayView.Row row(Published line, int column) {
      Optional<JmhRow> one = measured(line, Published.COLUMNS.get(column));
      Optional<JmhRow> other = measured(line, NEW_HASH);
      double published = line.millis().get(column) / line.millis().get(Published.NEW_HASH);
      Optional<Double> measured =
          one.flatMap(row -> other.map(newHash -> millis(row) / millis(newHash)));
      int threads = other.map(JmhRow::threads).orElse(0);
      return new ReplayView.Row(
          line.words(),
          Published.COLUMNS.get(column) + " over " + NEW_HASH,
          Format.ratio(published),
          measured
              .map(ratio -> Format.ratio(ratio) + (line.isCrowd() ? ", each of " + threads : ""))
              .orElse(""),
          line.isCrowd() && threads != Published.CROWD
              ? withoutCrowd(threads)
              : measured.map(ratio -> Format.ratio(ratio / published)).orElse("not measured"));
    }

    private String withoutCrowd(int threads) {
      if (cpus < Published.CROWD) {
        return "not measurable on this machine: it needs " + Published.CROWD + " CPUs";
      }
      return threads == 0 ? "not measured" : "not measured with " + Published.CROWD + " threads";
    }

    /** The mean number of timers before a found one, or in a chain while it fills. */
    private static double steps(Published line) {
      return line.timers() / (2.0 * MAINLINE_CHAINS);
    }

    private List<ReplayView.Step> steps() {
      List<ReplayView.Step> steps = new ArrayList<>();
      for (Published line : Published.LETTER) {
        Optional<Double> alone = control("walk", line.timers());
        Optional<Double> one =
            measured(line, Published.COLUMNS.get(Published.MAINLINE)).map(Builder::millis);
        Optional<Double> other = measured(line, NEW_HASH).map(Builder::millis);
        if (!line.isCrowd() && alone.isPresent() && one.isPresent() && other.isPresent()) {
          steps.add(
              new ReplayView.Step(
                  line.words(),
                  Format.nanos(
                      step(
                          line,
                          line.millis().get(Published.MAINLINE),
                          line.millis().get(Published.NEW_HASH))),
                  Format.nanos(step(line, one.get(), other.get())),
                  Format.nanos(alone.get() * NANOS_PER_MILLI / line.timers())));
        }
      }
      return steps;
    }

    private List<ReplayView.Loose> loose() {
      List<ReplayView.Loose> loose = new ArrayList<>();
      for (Published line : Published.LETTER) {
        Optional<Double> alone = control("baseline", line.timers());
        Optional<Double> newHash = measured(line, NEW_HASH).map(Builder::millis);
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
      return rows(method, timers).map(Builder::millis).findFirst();
    }

    /** The measured row; for a crowd of the letter, the crowd that this machine has room for. */
    private Optional<JmhRow> measured(Published line, String design) {
      return rows(line.method(), line.timers())
          .filter(row -> design.equals(row.design()))
          .filter(
              row ->
                  (line.ownProcesses() ? PROCESS_EACH : ONE_PROCESS)
                      .equals(row.params().getOrDefault("owners", ONE_PROCESS)))
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
}
