package org.ptstress.stress.check;

import java.util.List;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.Process;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.RunStatus;

/**
 * Whether a table counts the tries of its searches. Nobody can count them from outside, so without
 * that nothing says whether a search is bounded: a table that reports none would have the shortest.
 */
final class ReportedTries {
  static final String NAME = "ReportedTries";

  private static final int ID_BITS = 3;

  private ReportedTries() {}

  static List<CheckResult> check(Design design) {
    Calls calls = new Calls(design, TableConfig.narrow(ID_BITS));
    Process process = calls.newProcess();
    calls.create(process);
    int tries = process.longestSearch();
    return List.of(
        tries == 0
            ? CheckResult.notRun(
                design.name(),
                NAME,
                Claim.BOUNDED_SEARCH,
                "the table reports no tries; call KTimer.noteTry() at each try of the search")
            : new CheckResult(
                design.name(),
                NAME,
                Claim.BOUNDED_SEARCH,
                RunStatus.RUN,
                "",
                true,
                1,
                "A create reports its tries: " + tries + "."));
  }
}
