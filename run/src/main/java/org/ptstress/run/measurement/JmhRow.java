package org.ptstress.run.measurement;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code jmh.json}: a row with what was measured of it.
 *
 * @param row the row
 * @param mode JMH's mode: {@code thrpt} for a speed, {@code avgt} or {@code ss} for a time
 * @param unit the unit of the primary metric
 * @param primary the speed or the time
 * @param secondary secondary metrics by name
 */
public record JmhRow(
    Row row, String mode, String unit, Metric primary, Map<String, Metric> secondary) {
  /**
   * A figure.
   *
   * @param score JMH's score
   * @param forks the iterations of each fork, in the unit of the score
   */
  public record Metric(double score, List<List<Double>> forks) {
    /** Copies the lists. */
    public Metric {
      forks = forks.stream().map(List::copyOf).toList();
    }
  }

  /** Copies the lists. */
  public JmhRow {
    secondary = Map.copyOf(secondary);
  }

  /**
   * The benchmark.
   *
   * @return class and method, such as {@code FindBenchmark.find}
   */
  public String benchmark() {
    return row.shortName();
  }

  /**
   * The parameters.
   *
   * @return by name, the design among them
   */
  public Map<String, String> params() {
    return row.params();
  }

  /**
   * The number of threads.
   *
   * @return at least 1
   */
  public int threads() {
    return row.threads();
  }

  /**
   * The design that was measured.
   *
   * @return its name, or empty if the benchmark has no such parameter
   */
  public String design() {
    return row.design();
  }

  /**
   * The number of timers in the table.
   *
   * @return the parameter {@code timers}, or null if the benchmark has no such parameter
   */
  public @Nullable String timers() {
    return params().get("timers");
  }

  /**
   * JMH's score.
   *
   * @return in the unit of the row
   */
  public double score() {
    return primary.score();
  }

  /**
   * The score of a secondary metric.
   *
   * @param name its name
   * @return the score, or null if the row has none
   */
  public @Nullable Double score(String name) {
    Metric metric = secondary.get(name);
    return metric == null ? null : metric.score();
  }

  /**
   * The number of forks that are no samples, because they were stolen.
   *
   * @return 0, or the number of all forks: then the score is no measurement. 0 also where the
   *     machine cannot tell
   */
  public int stolen() {
    return (int) count("stolen");
  }

  /**
   * Whether every fork was stolen.
   *
   * @return whether the score is no measurement
   */
  public boolean isStolen() {
    return stolen() > 0;
  }

  /**
   * Failed operations, of which there must be none.
   *
   * @return failures per second, refused operations included
   */
  public double failures() {
    return count("failed") + count("refused");
  }

  private double count(String name) {
    Double score = score(name);
    return score == null ? 0 : score;
  }

  /**
   * The sample of a fork: the mean of its iterations.
   *
   * @return one mean for each fork
   */
  public List<Double> forkMeans() {
    return primary.forks().stream()
        .map(
            iterations ->
                iterations.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .toList();
  }

  /**
   * The speed of each fork that is a sample.
   *
   * @return in the unit of {@link #speed}; none if forks were stolen or operations failed, because
   *     a failing operation may be faster than a successful one
   */
  public List<Double> speeds() {
    return isStolen() || failures() > 0
        ? List.of()
        : forkMeans().stream().map(this::speed).toList();
  }

  private double speed(double score) {
    return mode.equals("thrpt") ? score : 1 / score;
  }
}
