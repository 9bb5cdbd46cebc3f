package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;

class ExitStatusTest {
  @Test
  void aRunWithoutARaceSaysSo() {
    List<VerdictRow> rows = of(evidence(Tool.CHECK, 5), evidence(Tool.RACE, 0));
    assertThat(ExitStatus.of(rows)).isZero();
    assertThat(RunCommand.line(rows)).startsWith("Passed, but no race ran: 1 promises confirmed");
  }

  @Test
  void aRunThatHasNotPassedSaysSoToo() {
    assertThat(
            RunCommand.line(of(Verdict.NOT_RUN, evidence(Tool.CHECK, 5), evidence(Tool.RACE, 0))))
        .startsWith("Incomplete, and no race ran: 0 promises confirmed");
  }

  @Test
  void aRunWithRacesSaysNothingOfThem() {
    assertThat(RunCommand.line(of(evidence(Tool.RACE, 5), evidence(Tool.RACE, 0))))
        .startsWith("Passed: 1");
  }

  @Test
  void aRunThatConfirmsNothingHasNotPassed() {
    assertThat(ExitStatus.of(List.of())).isEqualTo(ExitStatus.INCOMPLETE);
  }

  private static List<VerdictRow> of(Evidence... evidence) {
    return of(Verdict.CONFIRMED, evidence);
  }

  private static List<VerdictRow> of(Verdict verdict, Evidence... evidence) {
    return List.of(
        new VerdictRow(
            "RcuHash", Claim.NO_STALE_FIND, Expectation.HOLDS, verdict, "", List.of(evidence)));
  }

  private static Evidence evidence(Tool tool, long samples) {
    return new Evidence(
        tool,
        "Scenario",
        samples > 0 ? RunStatus.RUN : RunStatus.NOT_RUN,
        samples > 0 ? "" : "it needs 2 CPUs and the machine has 1",
        samples == 0,
        false,
        samples,
        List.of(),
        "",
        "",
        null,
        null);
  }
}
