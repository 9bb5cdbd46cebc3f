package org.ptstress.reports.gate;

import org.ptstress.run.cost.CostComparison;

/** The verdict of the gate on a row, in the order of the report. */
public enum GateVerdict {
  /** Costs more, or is slower: the whole interval lies below the margin. */
  REGRESSED,
  /** Costs less, or is faster: the whole interval lies above the margin. */
  IMPROVED,
  /** Something was not counted, or the interval is too wide to tell. */
  INCONCLUSIVE,
  /** Costs the same, or is as fast: the whole interval lies inside the margin. */
  UNCHANGED;

  /**
   * The verdict on counts: without margins, because they repeat.
   *
   * @param costs two versions of a design
   * @return what became of it
   */
  static GateVerdict of(CostComparison costs) {
    if (costs.hasRegressed()) {
      return REGRESSED;
    }
    if (!costs.problems().isEmpty()) {
      return INCONCLUSIVE;
    }
    return costs.changes().isEmpty() ? UNCHANGED : IMPROVED;
  }

  /**
   * The verdict on a change of speed.
   *
   * @param change its interval
   * @param margin the smallest change that matters, as a fraction
   * @return what the whole interval says
   */
  static GateVerdict of(Interval change, double margin) {
    double slow = Math.log1p(-margin);
    double fast = Math.log1p(margin);
    if (change.high() < slow) {
      return REGRESSED;
    }
    if (change.low() > fast) {
      return IMPROVED;
    }
    return change.low() > slow && change.high() < fast ? UNCHANGED : INCONCLUSIVE;
  }
}
