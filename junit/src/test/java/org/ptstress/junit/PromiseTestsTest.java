package org.ptstress.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.run.folder.JudgedRuns;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.result.Witness;

class PromiseTestsTest {
  private static final Evidence SAMPLES = evidence(RunStatus.RUN, "", false);
  private static final Evidence WITNESS = evidence(RunStatus.RUN, "", true);
  private static final Evidence CUT_OFF = evidence(RunStatus.NOT_RUN, "out of time", false);

  @Test
  void eachClaimIsATestThatBearsItsName() {
    List<DynamicTest> tests =
        PromiseTests.tests(
                run(
                    row(Claim.UNIQUE_IDS, Expectation.HOLDS, Verdict.CONFIRMED, SAMPLES),
                    row(Claim.VALID_IDS, Expectation.BROKEN, Verdict.CONFIRMED, WITNESS)))
            .toList();
    assertThat(tests)
        .extracting(DynamicTest::getDisplayName)
        .containsExactly("UNIQUE_IDS", "VALID_IDS");
    // Surefire takes the name of a test from here.
    assertThat(tests)
        .extracting(test -> test.getTestSourceUri().orElseThrow().toString())
        .containsExactly("ptstress:UNIQUE_IDS", "ptstress:VALID_IDS");
    for (DynamicTest test : tests) {
      assertThatCode(() -> test.getExecutable().execute()).doesNotThrowAnyException();
    }
  }

  @Test
  void aBrokenPromiseFailsWithItsCounterexample() {
    failure(row(Claim.UNIQUE_IDS, Expectation.HOLDS, Verdict.CONTRADICTED, WITNESS), "Race: 2, 2\n")
        .contains("Counterexample of UNIQUE_IDS: No two live timers", "Outcome: 2, 2", "reads 2 |")
        .contains("Consequence: ", "Report: ");
  }

  @Test
  void aDeclaredBreakThatNothingShowedFails() {
    failure(row(Claim.UNIQUE_IDS, Expectation.BROKEN, Verdict.CONTRADICTED, SAMPLES), "the reason")
        .doesNotContain("Counterexample");
  }

  @Test
  void whatWasNotJudgedFailsWithTheReason() {
    failure(
        row(Claim.UNIQUE_IDS, Expectation.HOLDS, Verdict.NOT_RUN, CUT_OFF),
        "Not judged: out of time (Race)");
    failure(row(Claim.UNIQUE_IDS, Expectation.BROKEN, Verdict.NOT_RUN, CUT_OFF), "Not judged: ");
    failure(row(Claim.UNIQUE_IDS, Expectation.HOLDS, Verdict.CONFIRMED), "Not judged: the reason");
  }

  @Test
  void whatLacksNothingButCpusIsSkipped() {
    Evidence lacking =
        new Evidence(
            Tool.RACE,
            "Race",
            RunStatus.NOT_RUN,
            "2 CPUs",
            true,
            false,
            0,
            List.of(),
            "",
            "",
            null,
            null);
    VerdictRow row = row(Claim.UNIQUE_IDS, Expectation.HOLDS, Verdict.NOT_RUN, lacking);
    assertThatExceptionOfType(TestAbortedException.class)
        .isThrownBy(() -> ClaimTest.require(run(row), row))
        .withMessageContaining("Not judged: the reason");
  }

  private static AbstractStringAssert<?> failure(VerdictRow row, String beginning) {
    AssertionFailedError failed =
        assertThrows(AssertionFailedError.class, () -> ClaimTest.require(run(row), row));
    return assertThat(failed.getMessage()).startsWith(beginning);
  }

  private static VerdictRow row(
      Claim claim, Expectation expectation, Verdict verdict, Evidence... evidence) {
    return new VerdictRow("A", claim, expectation, verdict, "the reason", List.of(evidence));
  }

  private static Evidence evidence(RunStatus status, String reason, boolean broken) {
    List<Witness> witnesses = broken ? List.of(new Witness("2, 2", 1)) : List.of();
    return new Evidence(
        Tool.EXPLORATION,
        "Race",
        status,
        reason,
        status == RunStatus.RUN ? 9 : 0,
        witnesses,
        "",
        "");
  }

  private static RunFolder run(VerdictRow... rows) {
    ExplorationResult explored =
        JudgedRuns.explored(
            "Race",
            "Two creators.",
            new ExploredWitness(
                Claim.UNIQUE_IDS, "2, 2", false, new Bound(1, 1), "0", "| reads 2 |"));
    return JudgedRuns.of(List.of(), List.of(explored), List.of(rows));
  }
}
