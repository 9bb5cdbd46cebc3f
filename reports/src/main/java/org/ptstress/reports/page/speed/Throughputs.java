package org.ptstress.reports.page.speed;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.reports.page.element.Format;
import org.ptstress.run.measurement.JmhRow;

/** The rows of one benchmark, to be asked for single figures. */
public final class Throughputs {
  private final List<JmhRow> rows;

  private Throughputs(List<JmhRow> rows) {
    this.rows = rows;
  }

  /** The rows of a benchmark that measures the speed of designs. */
  public static Throughputs of(List<JmhRow> all, String benchmark) {
    return new Throughputs(
        all.stream()
            .filter(row -> row.benchmark().equals(benchmark))
            .filter(row -> !isControl(row) && row.mode().equals("thrpt") && !row.isStolen())
            .toList());
  }

  /** Whether a row is measured for comparison only: a baseline or limit, not a design. */
  static boolean isControl(JmhRow row) {
    return row.design().isEmpty() || row.benchmark().toLowerCase(Locale.ROOT).contains("baseline");
  }

  /** The numbers of threads, rising. */
  public List<Integer> threads() {
    return rows.stream().map(JmhRow::threads).distinct().sorted().toList();
  }

  /** The most threads that each have a CPU; none if nothing but one thread was measured. */
  public Optional<Integer> mostThreads(int cpus) {
    return threads().stream()
        .filter(threads -> threads > 1 && threads <= cpus)
        .max(Comparator.naturalOrder());
  }

  /** The populations, from the smallest. */
  public List<String> populations() {
    return populations(rows.stream());
  }

  public static List<String> populations(Stream<JmhRow> rows) {
    return rows.map(JmhRow::timers)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** A population with separators, where it is a number. */
  public static String words(String population) {
    return population.matches("[0-9]{1,18}")
        ? Format.count(Long.parseLong(population))
        : population;
  }

  /** The mean of one measurement. */
  Optional<Double> score(String design, int threads, String timers) {
    return rows.stream()
        .filter(row -> design.equals(row.design()) && row.threads() == threads)
        .filter(row -> timers.equals(row.timers()))
        .map(row -> Measure.of(row).mean())
        .findFirst();
  }

  /** One score over another. */
  public Optional<Double> ratio(
      String design, int threads, String timers, String base, int baseThreads, String baseTimers) {
    return score(design, threads, timers)
        .flatMap(
            score ->
                score(base, baseThreads, baseTimers)
                    .filter(under -> under > 0)
                    .map(under -> score / under));
  }
}
