package org.ptstress.junit;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.ptstress.reports.phase.ReportFiles;
import org.ptstress.reports.text.Counterexample;
import org.ptstress.reports.text.NotJudged;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.VerdictRow;

/** What the verdict on a claim is to JUnit. */
final class ClaimTest {
  private ClaimTest() {}

  /** Fails unless the verdict confirms what the design says of the claim. */
  static void require(RunFolder run, VerdictRow row) {
    switch (VerdictClass.of(row)) {
      case HOLDS, BUG_SHOWN, DOES_NOT_APPLY -> {}
      case PROMISE_BROKEN ->
          Assertions.fail(
              Counterexample.inOneLine(row) + "\n" + Counterexample.of(run, row) + report(run));
      case BUG_NOT_FOUND -> Assertions.fail(row.reason() + "\n" + report(run));
      case NOT_RUN -> {
        String why = "Not judged: " + NotJudged.why(row);
        Assumptions.assumeFalse(VerdictClass.lacksOnlyCpus(row), why);
        Assertions.fail(why + "\n" + report(run));
      }
    }
  }

  private static String report(RunFolder run) {
    return "Report: " + run.path().resolve(ReportFiles.PAGE).toAbsolutePath();
  }
}
