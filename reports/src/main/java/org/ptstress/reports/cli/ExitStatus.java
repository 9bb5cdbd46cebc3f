package org.ptstress.reports.cli;

import java.util.List;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.reports.verdict.VerdictCounts;
import org.ptstress.run.result.VerdictRow;

/** How the process ends. */
final class ExitStatus {
  static final int PASSED = 0;
  static final int CONTRADICTED = 2;
  static final int INCOMPLETE = 3;

  private ExitStatus() {}

  /** The status of a run with these verdicts. What lacks only CPUs does not make it incomplete. */
  static int of(List<VerdictRow> verdicts) {
    VerdictCounts counts = VerdictCounts.ofRows(verdicts);
    long excused = verdicts.stream().filter(VerdictClass::lacksOnlyCpus).count();
    if (counts.contradicted() > 0) {
      return CONTRADICTED;
    }
    return counts.notRun() > excused || counts.confirmed() == 0 ? INCOMPLETE : PASSED;
  }
}
