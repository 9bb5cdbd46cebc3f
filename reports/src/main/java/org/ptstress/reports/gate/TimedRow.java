package org.ptstress.reports.gate;

import java.util.List;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.measurement.Row;

/**
 * A speed before and now.
 *
 * @param row the measurement
 * @param verdict what the interval says
 * @param baseline the score of each fork of the baseline, in operations a second
 * @param candidate the same of the candidate; of two jars, a pair has the same place in both
 * @param interval the change; null where there are too few forks for one
 * @param margin the smallest change that matters, as a fraction
 * @param detail why the row is inconclusive and what would decide it; empty otherwise
 * @param problem why there is no evidence for any verdict: a fork failed, or too few had their
 *     CPUs; null if there is
 * @param failedOperations whether the problem is that operations failed: then a claim is broken
 */
public record TimedRow(
    Row row,
    GateVerdict verdict,
    List<Double> baseline,
    List<Double> candidate,
    @Nullable Interval interval,
    double margin,
    String detail,
    @Nullable String problem,
    boolean failedOperations) {
  public TimedRow {
    baseline = List.copyOf(baseline);
    candidate = List.copyOf(candidate);
  }

  /** The row without its verdict. */
  TimedRow inconclusive(String reason) {
    return new TimedRow(
        row,
        GateVerdict.INCONCLUSIVE,
        baseline,
        candidate,
        interval,
        margin,
        reason,
        problem,
        failedOperations);
  }

  /** The change with its interval, in per cent; or that there is none. */
  public String change() {
    return interval == null ? "unknown" : interval.toString();
  }

  /**
   * The middle of some forks.
   *
   * @param forks their scores
   * @return their median, NaN if there are none
   */
  public static double median(List<Double> forks) {
    return Median.withDefaults()
        .evaluate(forks.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
