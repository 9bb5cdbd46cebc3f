package org.ptstress.reports.verdict;

import java.util.List;
import org.ptstress.run.result.VerdictRow;

/** Exit statuses of the process. */
public final class ExitStatus {
  /** Nothing is contradicted. */
  public static final int PASSED = 0;

  /** An operation costs more, conflicts with more, or is slower. */
  public static final int REGRESSED = 1;

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
