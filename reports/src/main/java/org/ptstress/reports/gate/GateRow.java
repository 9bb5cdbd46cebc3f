package org.ptstress.reports.gate;

import org.jspecify.annotations.Nullable;
import org.ptstress.run.result.Row;

/**
 * One judged row.
 *
 * @param verdict what the gate says
 * @param row what was measured; for the yardstick itself the ratios are to the geometric mean of
 *     the other designs; without parameters if it is a mean over them
 * @param overParams whether it is the mean over all rows of the design with so many threads
 * @param baselineRatio the speed in the baseline as the scores state it, in the unit that {@link
 *     GateReport#unit} names; of stored runs the ratio to the yardstick's
 * @param candidateRatio the same in the candidate
 * @param interval the change of that ratio; null when there are too few forks for an interval
 * @param margin the margin that was used, as a fraction
 * @param adjustedProbability Holm's adjusted probability that a row which is no slower than the
 *     margin looks like this; 1 without interval
 * @param baselineForks the fewest forks behind a score in the baseline
 * @param candidateForks the same in the candidate
 * @param detail why the row is inconclusive and what would decide it; empty otherwise
 */
public record GateRow(
    GateVerdict verdict,
    Row row,
    boolean overParams,
    double baselineRatio,
    double candidateRatio,
    @Nullable Interval interval,
    double margin,
    double adjustedProbability,
    int baselineForks,
    int candidateForks,
    String detail) {

  /** The same row with another verdict, and why. */
  public GateRow withVerdict(GateVerdict other, String reason) {
    return new GateRow(
        other,
        row,
        overParams,
        baselineRatio,
        candidateRatio,
        interval,
        margin,
        adjustedProbability,
        baselineForks,
        candidateForks,
        reason);
  }

  /** The design in question. */
  public String design() {
    return row.design();
  }

  /** Its number of threads. */
  public int threads() {
    return row.threads();
  }

  /** {@code name=value} pairs, {@code -} for none, {@code all} for a mean over all of them. */
  public String params() {
    return overParams ? "all" : row.paramsBesideDesign();
  }

  /** Its name, for messages. */
  public String label() {
    return overParams ? row + ", the mean over all parameters" : row.toString();
  }

  /** The change with its interval, in per cent; or why there is none. */
  public String change() {
    return interval == null
        ? "unknown"
        : Labels.percent(interval.effect()) + " " + Labels.interval(interval);
  }
}
