package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.cost.CostComparison;

/**
 * The outcome of a comparison.
 *
 * @param baseline where the baseline was read
 * @param candidate where the candidate was read
 * @param costs the exact rows: every design whose operations were counted
 * @param timed the speeds
 * @param timedDecide whether speeds change the exit status
 * @param problems what kept something from being compared; any makes the gate incomplete
 * @param notes what a reader should know beside the verdicts
 * @param contradictions claims that the candidate breaks, one text each
 */
public record GateReport(
    String baseline,
    String candidate,
    List<CostComparison> costs,
    List<TimedRow> timed,
    boolean timedDecide,
    List<String> problems,
    List<String> notes,
    List<String> contradictions) {
  /** Copies the lists, and adds what rows that decide have to say of claims and gaps. */
  public GateReport {
    costs = List.copyOf(costs);
    timed = List.copyOf(timed);
    notes = List.copyOf(notes);
    List<String> missing = new ArrayList<>(problems);
    List<String> broken = new ArrayList<>(contradictions);
    for (TimedRow row : timed) {
      if (timedDecide && row.problem() != null) {
        (row.failedOperations() ? broken : missing).add(row.row() + " was " + row.problem());
      }
    }
    problems = List.copyOf(missing);
    contradictions = List.copyOf(broken);
  }

  /**
   * The number of deciding rows with a verdict.
   *
   * @param verdict the verdict
   * @return designs, and speeds if they decide
   */
  public long count(GateVerdict verdict) {
    return Stream.concat(
            costs.stream().map(GateVerdict::of),
            timed.stream().filter(row -> timedDecide).map(TimedRow::verdict))
        .filter(each -> each == verdict)
        .count();
  }

  /**
   * The exit status of the process. What is incomplete goes before what is contradicted, and that
   * before what regressed. Inconclusive speeds alone do not fail.
   *
   * @return a constant of {@link ExitStatus}
   */
  public int exitStatus() {
    if (!problems.isEmpty()) {
      return ExitStatus.INCOMPLETE;
    }
    if (!contradictions.isEmpty()) {
      return ExitStatus.CONTRADICTED;
    }
    return count(GateVerdict.REGRESSED) > 0 ? ExitStatus.REGRESSED : ExitStatus.PASSED;
  }
}
