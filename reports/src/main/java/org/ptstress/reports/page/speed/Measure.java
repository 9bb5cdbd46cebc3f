package org.ptstress.reports.page.speed;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ptstress.reports.page.element.Format;
import org.ptstress.run.measurement.JmhRow;

/**
 * A score with the forks behind it. A fork is a sample; an iteration is not, since the iterations
 * of a fork share one JVM and its decisions.
 *
 * @param mean the mean over forks
 * @param half half the width of the 95 % interval of the mean; NaN for fewer than two forks
 * @param forks the mean of each fork
 */
public record Measure(double mean, double half, List<Double> forks) {
  private static final double TAIL = 0.025;
  private static final double NANOS_PER_SECOND = 1e9;

  /** The text of a stolen row. */
  static final String NO_SAMPLE = "no sample";

  private static final Map<String, Double> PER_SECOND =
      Map.of("ops/ns", 1e9, "ops/us", 1e6, "ops/ms", 1e3, "ops/s", 1.0, "ops/min", 1 / 60.0);

  public Measure {
    forks = List.copyOf(forks);
  }

  /** The score of a row; a throughput is given per second. */
  public static Measure of(JmhRow row) {
    double factor = PER_SECOND.getOrDefault(row.unit(), 1.0);
    List<Double> forks = row.forkMeans().stream().map(mean -> mean * factor).toList();
    double mean = values(forks).average().orElseThrow();
    return new Measure(mean, halfWidth(forks, mean), forks);
  }

  /** The unit of {@link #of}. */
  public static String unit(JmhRow row) {
    return PER_SECOND.containsKey(row.unit()) ? "per second" : row.unit();
  }

  /** The time of an operation of one thread, in words. */
  static String time(JmhRow row) {
    return row.isStolen() ? NO_SAMPLE : Format.nanos(nanos(row));
  }

  /** The time of an operation of one thread in ns. */
  static double nanos(JmhRow row) {
    return nanos(row, of(row).mean());
  }

  /** The time of an operation of one thread in ns, at another score of the row. */
  static double nanos(JmhRow row, double score) {
    return switch (row.unit()) {
      case "ms/op" -> score * 1e6;
      case "us/op" -> score * 1e3;
      case "ns/op" -> score;
      case "s/op" -> score * NANOS_PER_SECOND;
      default -> NANOS_PER_SECOND * row.threads() / score;
    };
  }

  /** Half the width of the interval, as it stands behind a mean. */
  String spread() {
    return "\u00b1\u202f" + Format.compact(half);
  }

  boolean hasInterval() {
    return !Double.isNaN(half);
  }

  double low() {
    return hasInterval() ? mean - half : mean;
  }

  double high() {
    return hasInterval() ? mean + half : mean;
  }

  private static double halfWidth(List<Double> forks, double mean) {
    int n = forks.size();
    if (n < 2) {
      return Double.NaN;
    }
    double squares = values(forks).map(fork -> (fork - mean) * (fork - mean)).sum();
    double error = Math.sqrt(squares / (n - 1) / n);
    return TDistribution.of(n - 1).inverseSurvivalProbability(TAIL) * error;
  }

  private static DoubleStream values(List<Double> forks) {
    return forks.stream().mapToDouble(Double::doubleValue);
  }
}
