package org.ptstress.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.run.folder.JudgedRuns;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.result.Witness;

class JudgeTextTest {
  private static final Evidence RACE_MISSING = notRun(Tool.RACE, "an actor threw an exception");
  private static final Evidence SAMPLED =
      new Evidence(Tool.CHECK, "Script", RunStatus.RUN, "", 9, List.of(), "", "");
  private static final Evidence CHECK_MISSING = notRun(Tool.CHECK, "it threw boom\n\tat a line");

  @Test
  void aClaimThatWasNotJudgedGivesTheClearestReasonInOneLine() {
    String text =
        textOf(run(List.of(row(Claim.VALID_IDS, Verdict.NOT_RUN, RACE_MISSING, CHECK_MISSING))));
    assertThat(text).contains("  VALID_IDS              not judged: it threw boom (CHECK)");
    assertThat(text).doesNotContain("at a line", "Counterexample", "no witness");
  }

  @Test
  void aClaimThatWasNotJudgedSaysHowFarItCame() {
    assertThat(textOf(run(List.of(row(Claim.VALID_IDS, Verdict.NOT_RUN, SAMPLED, CHECK_MISSING)))))
        .contains("not judged: it threw boom (CHECK); no witness in 9 cases of checks");
  }

  @Test
  void theFirstBrokenClaimHasTheCounterexampleOfASearch() {
    String text =
        textOf(
            run(
                List.of(
                    row(Claim.UNIQUE_IDS, Verdict.CONFIRMED, SAMPLED),
                    row(Claim.VALID_IDS, Verdict.CONTRADICTED, broken("ok, breaks VALID_IDS")),
                    row(Claim.NO_LEAK_ON_EXIT, Verdict.CONTRADICTED, broken("left behind")))));
    assertThat(text)
        .contains("  UNIQUE_IDS             kept: the reason")
        .contains("  VALID_IDS              BROKEN: RACE: ok, breaks VALID_IDS")
        .contains("  NO_LEAK_ON_EXIT        BROKEN: RACE: left behind")
        .containsOnlyOnce("Counterexample of ")
        .contains("  Counterexample of VALID_IDS: A returned id lies in 0..INT_MAX.")
        .contains("  Outcome: what came out")
        .contains("  | step 1 |")
        .doesNotContain("a stack trace");
  }

  @Test
  void aClaimThatOnlyARaceBrokeHasItsOutcome() {
    String text =
        textOf(
            run(List.of(row(Claim.NO_LEAK_ON_EXIT, Verdict.CONTRADICTED, broken("left behind")))));
    assertThat(text).contains("Counterexample of NO_LEAK_ON_EXIT", "\n  RACE: left behind");
  }

  @Test
  void anExecutionOnWeakMemoryIsShownWithItsTrace() {
    Evidence weak =
        new Evidence(
            Tool.EXPLORATION,
            "CreateAgainstFind",
            RunStatus.RUN,
            "",
            9,
            List.of(new Witness("stale", 1, true)),
            "",
            "amd64");
    assertThat(textOf(run(List.of(row(Claim.NO_STALE_FIND, Verdict.CONTRADICTED, weak)))))
        .contains("  NO_STALE_FIND          BROKEN: CreateAgainstFind: stale, on weak memory")
        .contains("  CreateAgainstFind: A finder.")
        .contains("  Outcome: stale, on weak memory")
        .contains("  | load KTimer#1.id -> 0 |");
  }

  private static String textOf(RunFolder run) {
    return JudgeText.of(run);
  }

  @Test
  void theClosingLineCounts() {
    VerdictRow kept = row(Claim.UNIQUE_IDS, Verdict.CONFIRMED, SAMPLED);
    VerdictRow missing = row(Claim.VALID_IDS, Verdict.NOT_RUN, CHECK_MISSING);
    VerdictRow broken = row(Claim.NO_LEAK_ON_EXIT, Verdict.CONTRADICTED, broken("left behind"));
    assertThat(JudgeText.closing(List.of(kept)))
        .isEqualTo("Passed: 1 kept, 0 broken, 0 not applicable, 0 not judged.");
    assertThat(JudgeText.closing(List.of(row(Claim.UNIQUE_IDS, Verdict.CONFIRMED))))
        .as("confirmed without samples")
        .startsWith("Incomplete: 0 kept");
    assertThat(JudgeText.closing(List.of(kept, missing))).startsWith("Incomplete: 1 kept");
    assertThat(JudgeText.closing(List.of(kept, missing, broken)))
        .isEqualTo("BROKEN: 1 kept, 1 broken, 0 not applicable, 1 not judged.");
  }

  private static RunFolder run(List<VerdictRow> verdicts) {
    ExplorationResult exploration =
        JudgedRuns.explored(
            "CreateAgainstFind",
            "A finder.",
            new ExploredWitness(
                Claim.NO_STALE_FIND,
                "stale",
                true,
                new Bound(1, 1),
                "0 1",
                "| load KTimer#1.id -> 0 |"));
    InterleavingResult search =
        new InterleavingResult(
            "A",
            "WrapAround",
            "Two creators.",
            List.of(Claim.VALID_IDS),
            RunStatus.RUN,
            "",
            1,
            1,
            List.of(
                new BrokenClaim(
                    Claim.VALID_IDS,
                    "what came out",
                    "a stack trace\nThe following interleaving leads to the error:\n| step 1 |")));
    return JudgedRuns.of(List.of(search), List.of(exploration), verdicts);
  }

  private static VerdictRow row(Claim claim, Verdict verdict, Evidence... evidence) {
    return new VerdictRow("A", claim, Expectation.HOLDS, verdict, "the reason", List.of(evidence));
  }

  private static Evidence notRun(Tool tool, String reason) {
    return new Evidence(tool, tool.name(), RunStatus.NOT_RUN, reason, 0, List.of(), "", "amd64");
  }

  private static Evidence broken(String outcome) {
    return new Evidence(
        Tool.RACE, "RACE", RunStatus.RUN, "", 9, List.of(new Witness(outcome, 9)), "", "amd64");
  }
}
