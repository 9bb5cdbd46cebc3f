package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code jmh.json}: one benchmark with one set of parameters.
 *
 * @param benchmark simple class name and method, such as {@code FindBenchmark.find}
 * @param params the parameters, such as {@code design} and {@code timers}
 * @param threads the number of threads
 * @param mode JMH's mode: {@code thrpt}, {@code avgt} and so on
 * @param unit the unit of the score
 * @param forks the iterations of each fork in that unit; empty for modes that keep none
 * @param score JMH's score
 * @param secondary the scores of the secondary metrics by name
 */
public record JmhRow(
    String benchmark,
    Map<String, String> params,
    int threads,
    String mode,
    String unit,
    List<List<Double>> forks,
    double score,
    Map<String, Double> secondary) {
  /** Checks that nothing is missing. */
  public JmhRow {
    requireNonNull(benchmark, "benchmark");
    params = Map.copyOf(requireNonNull(params, "params"));
    requireNonNull(mode, "mode");
    requireNonNull(unit, "unit");
    forks = forks.stream().map(List::copyOf).toList();
    secondary = Map.copyOf(requireNonNull(secondary, "secondary"));
  }

  /**
   * The design that was measured.
   *
   * @return its name, or null if the benchmark has no such parameter
   */
  public @Nullable String design() {
    return params.get("design");
  }

  /**
   * How many timers the table held.
   *
   * @return the parameter {@code timers}, or null if the benchmark has no such parameter
   */
  public @Nullable String timers() {
    return params.get("timers");
  }

  /**
   * Whether the threads of every fork lacked their CPUs: then the score is no measurement.
   *
   * @return what the run says; false where the machine cannot tell
   */
  public boolean isStolen() {
    return secondary.getOrDefault("stolen", 0.0) > 0;
  }

  /**
   * The sample of a fork: the mean of its iterations.
   *
   * @return one mean for each fork that has iterations
   */
  public List<Double> forkMeans() {
    return forks.stream()
        .filter(iterations -> !iterations.isEmpty())
        .map(
            iterations ->
                iterations.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .toList();
  }
}
