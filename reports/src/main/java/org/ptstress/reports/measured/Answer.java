package org.ptstress.reports.measured;

import java.util.List;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.JmhRow;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Witness;

/**
 * What a comparison of two rows says.
 *
 * @param evidence the same as evidence
 * @param rows the two rows; none if the run lacks one
 * @param beyondDoubt whether more of the same would be wasted time
 */
record Answer(Evidence evidence, List<JmhRow> rows, boolean beyondDoubt) {
  Answer {
    rows = List.copyOf(rows);
  }

  private Answer(Evidence evidence, List<JmhRow> rows) {
    this(evidence, rows, false);
  }

  /** The same; beyond doubt if it is proven. */
  Answer provenIf(boolean proven) {
    return new Answer(evidence, rows, proven);
  }

  /** An interval that shows one or the other, or is too wide to. */
  static Answer of(
      String scenario, boolean holds, boolean broken, int forks, String detail, List<JmhRow> rows) {
    boolean decided = holds || broken;
    String reason = decided ? "" : "the interval is too wide to decide: " + detail;
    return new Answer(
        evidence(
            scenario, decided ? RunStatus.RUN : RunStatus.NOT_RUN, reason, broken, forks, detail),
        rows);
  }

  /** There is no interval, because one of the rows has a single fork, or none that counts. */
  static Answer tooFewForks(String scenario, JmhRow one, JmhRow other) {
    if (hasFailed(one) || hasFailed(other)) {
      return none(scenario, "operations failed, so that there is no speed to compare");
    }
    int stolen = one.stolen() + other.stolen();
    String reason =
        stolen > 0 ? "other programs had the CPUs in every fork" : "one fork gives no interval";
    return new Answer(
        evidence(scenario, RunStatus.NOT_RUN, reason, false, stolen, ""), List.of(one, other));
  }

  private static boolean hasFailed(JmhRow row) {
    return row.failures() > 0 && !row.isStolen();
  }

  /** Operations of a row failed: a witness of itself. */
  static Evidence broken(String scenario, int forks, String detail) {
    return evidence(scenario, RunStatus.RUN, "", true, forks, detail);
  }

  /** A row is missing. */
  static Answer none(String scenario, String reason) {
    return new Answer(notRun(scenario, reason), List.of());
  }

  private static Evidence notRun(String scenario, String reason) {
    return evidence(scenario, RunStatus.NOT_RUN, reason, false, 0, "");
  }

  private static Evidence evidence(
      String scenario, RunStatus status, String reason, boolean broken, int forks, String detail) {
    return new Evidence(
        Tool.MEASUREMENT,
        scenario,
        status,
        reason,
        false,
        broken,
        forks,
        broken ? List.of(new Witness(detail, 1)) : List.of(),
        detail,
        System.getProperty("os.arch"),
        null);
  }
}
