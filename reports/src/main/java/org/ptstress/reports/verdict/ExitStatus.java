package org.ptstress.reports.verdict;

import java.util.List;
import org.ptstress.run.result.VerdictRow;

/** Exit statuses of the process; 1, a regression, is the gate's. */
public final class ExitStatus {
  /** Nothing is contradicted. */
  public static final int PASSED = 0;

  /** A claim is contradicted. */
  public static final int CONTRADICTED = 2;

  /** Something did not run, or an input is unreadable. */
  public static final int INCOMPLETE = 3;

  private ExitStatus() {}

  /**
   * The status of a run. Evidence that lacks only CPUs does not make it incomplete.
   *
   * @param verdicts the verdicts of the run
   * @return one of the constants
   */
  public static int of(List<VerdictRow> verdicts) {
    VerdictCounts counts = VerdictCounts.ofRows(verdicts);
    long excused = verdicts.stream().filter(VerdictClass::lacksOnlyCpus).count();
    if (counts.contradicted() > 0) {
      return CONTRADICTED;
    }
    return counts.notRun() > excused || counts.confirmed() == 0 ? INCOMPLETE : PASSED;
  }
}
