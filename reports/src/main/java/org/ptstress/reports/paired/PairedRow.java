package org.ptstress.reports.paired;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.GateRow;

/**
 * A judged subject with its samples.
 *
 * @param row the verdict; its scores are medians in millions of operations a second
 * @param baseline the score of each fork of the baseline, in operations a second
 * @param candidate the same of the candidate; a pair has the same place in both
 * @param problem why there is no evidence for any verdict: a fork failed, or too few pairs had
 *     their CPUs; null if there is
 * @param failedOperations whether the problem is that operations of either side failed: then that
 *     side breaks a claim
 */
public record PairedRow(
    GateRow row,
    List<Double> baseline,
    List<Double> candidate,
    @Nullable String problem,
    boolean failedOperations) {
  /** A row without failed operations. */
  public PairedRow(
      GateRow row, List<Double> baseline, List<Double> candidate, @Nullable String problem) {
    this(row, baseline, candidate, problem, false);
  }

  /** Copies the lists. */
  public PairedRow {
    baseline = List.copyOf(baseline);
    candidate = List.copyOf(candidate);
  }
}
