package org.ptstress.reports.page.speed;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.reports.page.element.Format;
import org.ptstress.run.measurement.JmhRow;

/** The rows of one benchmark, queried by design, threads and parameters. */
public final class BenchmarkRows {
  static final String DESIGN = "design";
  static final String TIMERS = "timers";

  /** An array load and a compare: the machine's limit for a find. */
  static final String FIND_LIMIT = "FindBenchmark.limit";

  /** An atomic increment: the machine's limit for a create. */
  static final String CREATE_LIMIT = "CreateDeleteBenchmark.limit";

  private static final Comparator<String> BY_SIZE =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final List<JmhRow> rows;

  private BenchmarkRows(Stream<JmhRow> rows) {
    this.rows = rows.toList();
  }

  /** All rows of a benchmark, stolen ones included. */
  static BenchmarkRows of(List<JmhRow> all, String benchmark) {
    return new BenchmarkRows(all.stream().filter(row -> row.benchmark().equals(benchmark)));
  }

  /** The throughputs of designs in a benchmark, without controls and stolen rows. */
  public static BenchmarkRows throughputs(List<JmhRow> all, String benchmark) {
    return new BenchmarkRows(
        of(all, benchmark).samples().filter(row -> !isControl(row) && row.mode().equals("thrpt")));
  }

  /** Whether a row is a control: an empty loop or a limit of the machine, not a design. */
  static boolean isControl(JmhRow row) {
    return row.design().isEmpty() || row.benchmark().toLowerCase(Locale.ROOT).contains("baseline");
  }

  /** A population with separators, where it is a number. */
  public static String words(String population) {
    return population.matches("[0-9]{1,18}")
        ? Format.count(Long.parseLong(population))
        : population;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The rows that were not stolen. */
  Stream<JmhRow> samples() {
    return rows.stream().filter(row -> !row.isStolen());
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
    return rows.stream()
        .map(JmhRow::timers)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(BY_SIZE)
        .toList();
  }

  /** The values of a parameter, in the order of the rows; "" for rows without it. */
  List<String> values(String parameter) {
    return rows.stream().map(row -> value(row, parameter)).distinct().toList();
  }

  /** The values of a parameter, numbers by size. */
  List<String> sorted(String parameter) {
    return values(parameter).stream().sorted(BY_SIZE).toList();
  }

  private static String value(JmhRow row, String parameter) {
    return Objects.requireNonNullElse(row.params().get(parameter), "");
  }

  /** The rows in which a parameter has a value. */
  BenchmarkRows with(String parameter, String value) {
    return new BenchmarkRows(rows.stream().filter(row -> value(row, parameter).equals(value)));
  }

  /** The first row. */
  Optional<JmhRow> first() {
    return rows.stream().findFirst();
  }

  /** The first row with that many threads. */
  Optional<JmhRow> at(int threads) {
    return rows.stream().filter(row -> row.threads() == threads).findFirst();
  }

  /** The limit at that many threads, and at that population where limits have one. */
  Optional<JmhRow> limit(int threads, String timers) {
    return samples()
        .filter(row -> row.threads() == threads)
        .filter(row -> row.timers() == null || row.timers().equals(timers))
        .findFirst();
  }

  /** The time of an operation of a design for each value of a parameter; "" without a row. */
  List<String> times(String design, String parameter) {
    BenchmarkRows ofDesign = with(DESIGN, design);
    return sorted(parameter).stream()
        .map(value -> ofDesign.with(parameter, value).first().map(Measure::time).orElse(""))
        .toList();
  }

  /** The mean throughput of a design. */
  Optional<Double> score(String design, int threads, String timers) {
    return rows.stream()
        .filter(row -> design.equals(row.design()) && row.threads() == threads)
        .filter(row -> timers.equals(row.timers()))
        .map(row -> Measure.of(row).mean())
        .findFirst();
  }

  /** One throughput over another; none if either is missing, or the other is 0. */
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
