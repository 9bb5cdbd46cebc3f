package org.ptstress.reports.page.speed;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.reports.page.element.Format;
import org.ptstress.run.measurement.JmhRow;

/** The rows of one benchmark, to be laid out by one of its parameters. */
final class CostRows {
  /** What a cell says whose threads did not get their CPUs. */
  static final String NO_SAMPLE = "no sample";

  private static final double NANOS_PER_SECOND = 1e9;

  private final List<JmhRow> rows;
  private final String column;

  /**
   * Takes the rows of a benchmark.
   *
   * @param all all rows of a run
   * @param benchmark class and method
   * @param column the parameter that a column stands for
   */
  CostRows(List<JmhRow> all, String benchmark, String column) {
    this.rows = all.stream().filter(row -> row.benchmark().equals(benchmark)).toList();
    this.column = column;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Whether there is a measurement at all: one whose threads had their CPUs. */
  boolean hasSamples() {
    return rows.stream().anyMatch(row -> !row.isStolen());
  }

  /** The values of the column's parameter, numbers by size. */
  List<String> columns() {
    return rows.stream()
        .map(this::value)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private String value(JmhRow row) {
    return Objects.requireNonNullElse(row.params().get(column), "");
  }

  /** The values of another parameter, in the order of the rows. */
  List<String> values(String parameter) {
    return rows.stream()
        .map(row -> Objects.requireNonNullElse(row.params().get(parameter), ""))
        .distinct()
        .toList();
  }

  /** The numbers of threads, rising. */
  List<Integer> threads() {
    return rows.stream().map(JmhRow::threads).distinct().sorted().toList();
  }

  /** The row of a value of another parameter, in a column. */
  Optional<JmhRow> at(String parameter, String value, String columnValue) {
    return of(parameter, value).filter(row -> value(row).equals(columnValue)).findFirst();
  }

  /** The rows of a value of another parameter. */
  Stream<JmhRow> of(String parameter, String value) {
    return rows.stream().filter(row -> value.equals(row.params().get(parameter)));
  }

  /** The rows of a value of another parameter that are measurements: their threads had CPUs. */
  Stream<JmhRow> samples(String parameter, String value) {
    return of(parameter, value).filter(row -> !row.isStolen());
  }

  /** The time of an operation for each column; empty where there is no row. */
  List<String> times(String parameter, String value) {
    return columns().stream()
        .map(columnValue -> at(parameter, value, columnValue).map(CostRows::time).orElse(""))
        .toList();
  }

  /** The time of an operation of one thread, in words. */
  static String time(JmhRow row) {
    return row.isStolen() ? NO_SAMPLE : Format.nanos(nanos(row));
  }

  /** The time of an operation of one thread in ns. */
  static double nanos(JmhRow row) {
    return nanos(row, Measure.of(row).mean());
  }

  /** The same of a score of the row. */
  static double nanos(JmhRow row, double score) {
    return switch (row.unit()) {
      case "ms/op" -> score * 1e6;
      case "us/op" -> score * 1e3;
      case "ns/op" -> score;
      case "s/op" -> score * NANOS_PER_SECOND;
      default -> NANOS_PER_SECOND * row.threads() / score;
    };
  }
}
