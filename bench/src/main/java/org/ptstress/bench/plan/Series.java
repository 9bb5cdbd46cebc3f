package org.ptstress.bench.plan;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ptstress.run.measurement.Row;

/**
 * Rows of one benchmark that are measured alike.
 *
 * @param benchmark class and method, as JMH writes it
 * @param params the benchmark's parameters besides the design, a map for each row
 * @param threads at how many threads
 * @param forks the number of forks that each row gets, from 1
 * @param time how long each takes
 * @param designs which designs it is for; ignored where {@code control}
 * @param control whether it has no design, and runs once for all
 */
public record Series(
    String benchmark,
    List<Map<String, String>> params,
    Threads threads,
    int forks,
    ForkTime time,
    Predicate<String> designs,
    boolean control) {
  public Series {
    params = List.copyOf(params);
  }

  /** For every design. */
  public static Series of(
      String benchmark,
      List<Map<String, String>> params,
      Threads threads,
      int forks,
      ForkTime time) {
    return new Series(benchmark, params, threads, forks, time, design -> true, false);
  }

  /** The series for some designs. */
  public Series only(Predicate<String> some) {
    return new Series(benchmark, params, threads, forks, time, some, control);
  }

  /** The series without a design. */
  public Series once() {
    return new Series(benchmark, params, threads, forks, time, designs, true);
  }

  /**
   * The rows.
   *
   * @param names the designs of the run
   * @param counts the numbers of threads, in the order in which they are to follow each other
   */
  List<Row> rows(List<String> names, List<Integer> counts) {
    List<String> measured = control ? List.of("") : names.stream().filter(designs).toList();
    return params.stream()
        .flatMap(
            values ->
                measured.stream()
                    .flatMap(
                        design ->
                            counts.stream()
                                .map(count -> new Row(benchmark, values, count))
                                .map(row -> control ? row : row.withDesign(design))))
        .toList();
  }
}
