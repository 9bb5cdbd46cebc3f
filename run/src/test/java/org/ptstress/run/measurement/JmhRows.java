package org.ptstress.run.measurement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.run.measurement.JmhRow.Metric;

/** Made-up rows of JMH. */
public final class JmhRows {
  private JmhRows() {}

  /** A row of any kind; {@code secondary} has scores. */
  public static JmhRow of(
      Row row,
      String mode,
      String unit,
      double score,
      List<List<Double>> forks,
      Map<String, Double> secondary) {
    Map<String, Metric> metrics = new HashMap<>();
    secondary.forEach((name, value) -> metrics.put(name, new Metric(value, List.of())));
    return new JmhRow(row, mode, unit, new Metric(score, forks), metrics);
  }

  /** A speed by forks of one iteration each, of which so many lacked their CPUs. */
  public static JmhRow of(Row row, double score, List<Double> forks, int stolen) {
    return of(
        row,
        "thrpt",
        "ops/us",
        score,
        forks.stream().map(List::of).toList(),
        Map.of("stolen", (double) stolen));
  }

  /** A speed by forks of one iteration each, whose mean is the score. */
  public static JmhRow of(Row row, List<Double> forks) {
    double mean = forks.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    return of(row, mean, forks, 0);
  }
}
