package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;

class VerdictSummaryTest {
  @Test
  void aRunWithoutARaceSaysSo() {
    VerdictSummary summary = of(evidence(Tool.CHECK, 5), evidence(Tool.RACE, 0));
    assertThat(summary.exitStatus()).isZero();
    assertThat(summary.line()).startsWith("Passed, but no race ran: 1 promises confirmed");
  }

  @Test
  void aRunThatHasNotPassedSaysSoToo() {
    assertThat(of(Verdict.NOT_RUN, evidence(Tool.CHECK, 5), evidence(Tool.RACE, 0)).line())
        .startsWith("Incomplete, and no race ran: 0 promises confirmed");
  }

  @Test
  void aRunWithRacesSaysNothingOfThem() {
    assertThat(of(evidence(Tool.RACE, 5), evidence(Tool.RACE, 0)).line()).startsWith("Passed: 1");
  }

  @Test
  void aRunThatConfirmsNothingHasNotPassed() {
    assertThat(VerdictSummary.of(List.of()).exitStatus()).isEqualTo(ExitStatus.INCOMPLETE);
  }

  private static VerdictSummary of(Evidence... evidence) {
    return of(Verdict.CONFIRMED, evidence);
  }

  private static VerdictSummary of(Verdict verdict, Evidence... evidence) {
    return VerdictSummary.of(
        List.of(
            new VerdictRow(
                "RcuHash",
                Claim.NO_STALE_FIND,
                Expectation.HOLDS,
                verdict,
                "",
                List.of(evidence))));
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
        null);
  }
}
