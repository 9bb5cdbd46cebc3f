package org.ptstress.stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.ptstress.model.Expectation.BROKEN;
import static org.ptstress.model.Expectation.BROKEN_ON_WEAK_MEMORY;
import static org.ptstress.model.Expectation.DOES_NOT_APPLY;
import static org.ptstress.model.Expectation.HOLDS;
import static org.ptstress.run.result.Verdict.CONFIRMED;
import static org.ptstress.run.result.Verdict.CONTRADICTED;
import static org.ptstress.run.result.Verdict.NOT_RUN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.result.Witness;

class JudgeTest {
  private static final Expectation WEAKLY = BROKEN_ON_WEAK_MEMORY;
  private static final String WHY = "It says so.";
  private static final String OUTCOME = "negative, ok, breaks VALID_IDS";

  private static final Evidence CLEAN = ran("Clean", 10, false);
  private static final Evidence WITNESS = ran("Wrap", 10, true);
  private static final Evidence EMPTY = ran("Empty", 0, false);
  private static final Evidence EXPLORED = explored(List.of());
  private static final Evidence STALE = explored(List.of(new Witness(OUTCOME, 1, true)));
  private static final Evidence FRESH = explored(List.of(new Witness(OUTCOME, 1, false)));
  private static final Evidence UNKNOWN = explored(List.of(new Witness(OUTCOME, 1, null)));
  private static final Evidence CRASHED = notRun("Crash", "a JVM crashed", false);
  private static final Evidence ELSEWHERE = notRun("Other", Evidence.ELSEWHERE, false);
  private static final Evidence FEW_CPUS = notRun("Three", "it needs 3 CPUs", true);

  private static final Evidence CUT = notRun("Explored", Deadline.OUT_OF_TIME, false);
  private static final Evidence GLANCED = explored("Explored", new Bound(0, 3), List.of());
  private static final Evidence BEGUN = explored("Explored", null, List.of());
  private static final Evidence MADE_UP =
      new Evidence(
          Tool.INTERLEAVING,
          "MadeUp",
          RunStatus.NOT_RUN,
          Deadline.OUT_OF_TIME,
          0,
          List.of(),
          "",
          "amd64");
  private static final Evidence SHORT = counts(RunStatus.CUT_SHORT, Deadline.OUT_OF_TIME);
  private static final Evidence STOPPED = counts(RunStatus.CUT_SHORT, "the run was stopped");
  private static final Evidence CUT_ELSEWHERE = notRun("Wrap", Deadline.OUT_OF_TIME, false);

  static final List<Arguments> CASES =
      List.of(
          arguments(
              HOLDS, List.of(EXPLORED, CUT), CONFIRMED, "Out of time: races and searches (1)"),
          arguments(HOLDS, List.of(EXPLORED, CUT_ELSEWHERE), NOT_RUN, "Wrap..out of time"),
          arguments(HOLDS, List.of(EXPLORED), CONFIRMED, "No witness in 100 explored executions"),
          arguments(HOLDS, List.of(GLANCED), NOT_RUN, "Explored was..100..preemption..--limit"),
          arguments(HOLDS, List.of(BEGUN), NOT_RUN, "Explored was explored in 100 executions"),
          arguments(HOLDS, List.of(CLEAN, EXPLORED, GLANCED), NOT_RUN, "Explored was explored"),
          arguments(HOLDS, List.of(GLANCED, WITNESS), CONTRADICTED, "Wrap: " + OUTCOME),
          arguments(BROKEN, List.of(CLEAN, GLANCED), NOT_RUN, "Explored was explored"),
          arguments(WEAKLY, List.of(GLANCED), NOT_RUN, "Explored was explored"),
          arguments(HOLDS, List.of(GLANCED, CUT), NOT_RUN, "Explored was explored"),
          arguments(HOLDS, List.of(BEGUN, CUT), NOT_RUN, "Explored was explored"),
          arguments(HOLDS, List.of(EXPLORED, MADE_UP), CONFIRMED, "races and searches (1)"),
          arguments(HOLDS, List.of(GLANCED, MADE_UP), NOT_RUN, "Explored was explored"),
          arguments(HOLDS, List.of(CLEAN, MADE_UP), NOT_RUN, "MadeUp..out of time"),
          arguments(HOLDS, List.of(CLEAN, CUT), NOT_RUN, "Explored..out of time"),
          arguments(HOLDS, List.of(EXPLORED, CUT, CRASHED), NOT_RUN, "Crash..a JVM crashed"),
          arguments(HOLDS, List.of(ELSEWHERE, CRASHED), NOT_RUN, "Crash..a JVM crashed"),
          arguments(BROKEN, List.of(EXPLORED, CUT), NOT_RUN, "Explored..out of time"),
          arguments(HOLDS, List.of(SHORT), NOT_RUN, "finds did not run: out of time"),
          arguments(HOLDS, List.of(SHORT, CLEAN), NOT_RUN, "finds did not run: out of time"),
          arguments(HOLDS, List.of(STOPPED, CLEAN), NOT_RUN, "finds did not run: the run was"),
          arguments(BROKEN, List.of(SHORT), NOT_RUN, "finds did not run: out of time"),
          arguments(BROKEN, List.of(SHORT, WITNESS), CONFIRMED, WHY),
          arguments(HOLDS, List.of(CLEAN), CONFIRMED, "No witness in 10 samples of races."),
          arguments(HOLDS, List.of(WITNESS), CONTRADICTED, "Wrap: " + OUTCOME),
          arguments(HOLDS, List.of(CLEAN, WITNESS), CONTRADICTED, "Wrap: " + OUTCOME),
          arguments(HOLDS, List.of(WITNESS, CRASHED), CONTRADICTED, "Wrap: " + OUTCOME),
          arguments(HOLDS, List.of(), NOT_RUN, "No scenario, check or count decides this claim."),
          arguments(HOLDS, List.of(CRASHED), NOT_RUN, "Crash..a JVM crashed"),
          arguments(HOLDS, List.of(CLEAN, CRASHED), NOT_RUN, "Crash..a JVM crashed"),
          arguments(HOLDS, List.of(CLEAN, FEW_CPUS), CONFIRMED, "No witness in 10 samples"),
          arguments(HOLDS, List.of(FEW_CPUS), NOT_RUN, "Three..it needs 3 CPUs"),
          arguments(HOLDS, List.of(FEW_CPUS, CRASHED), NOT_RUN, "Crash..a JVM crashed"),
          arguments(HOLDS, List.of(EMPTY), NOT_RUN, "Empty..it gave no samples"),
          arguments(HOLDS, List.of(CLEAN, EMPTY), NOT_RUN, "Empty..it gave no samples"),
          arguments(BROKEN, List.of(WITNESS), CONFIRMED, WHY),
          arguments(BROKEN, List.of(CLEAN, WITNESS), CONFIRMED, WHY),
          arguments(BROKEN, List.of(WITNESS, CRASHED), CONFIRMED, WHY),
          arguments(BROKEN, List.of(WITNESS, FEW_CPUS), CONFIRMED, WHY),
          arguments(BROKEN, List.of(CLEAN), CONTRADICTED, "not seen in 10 samples of races."), // T6
          arguments(BROKEN, List.of(CLEAN, FEW_CPUS), CONTRADICTED, "not seen in 10 samples"),
          arguments(BROKEN, List.of(CLEAN, CRASHED), NOT_RUN, "Crash..a JVM crashed"),
          arguments(BROKEN, List.of(), NOT_RUN, "No scenario, check or count decides this claim."),
          arguments(BROKEN, List.of(FEW_CPUS), NOT_RUN, "Three..it needs 3 CPUs"),
          arguments(BROKEN, List.of(EMPTY), NOT_RUN, "Empty..it gave no samples"),
          arguments(HOLDS, List.of(CLEAN, STALE), CONTRADICTED, OUTCOME + ", on weak memory"),
          arguments(BROKEN, List.of(CLEAN, STALE), CONFIRMED, WHY),
          arguments(WEAKLY, List.of(CLEAN, STALE), CONFIRMED, WHY),
          arguments(WEAKLY, List.of(STALE, CRASHED), CONFIRMED, WHY),
          // Whatever memory the machine has.
          arguments(WEAKLY, List.of(WITNESS, EXPLORED), CONFIRMED, WHY),
          arguments(WEAKLY, List.of(CLEAN), NOT_RUN, "No exploration of weak memory ran."),
          arguments(WEAKLY, List.of(), NOT_RUN, "No scenario, check or count decides this claim."),
          arguments(WEAKLY, List.of(CLEAN, CRASHED), NOT_RUN, "Crash..a JVM crashed"),
          arguments(WEAKLY, List.of(CLEAN, EXPLORED), CONTRADICTED, "not seen in 10 samples"),
          arguments(WEAKLY, List.of(UNKNOWN), CONFIRMED, WHY),
          arguments(HOLDS, List.of(UNKNOWN), CONTRADICTED, "Explored: " + OUTCOME),
          arguments(WEAKLY, List.of(FRESH), CONTRADICTED, "without weak memory, too: Explored"),
          arguments(WEAKLY, List.of(STALE, FRESH), CONTRADICTED, "without weak memory, too"),
          arguments(DOES_NOT_APPLY, List.of(CLEAN), CONFIRMED, WHY),
          arguments(DOES_NOT_APPLY, List.of(WITNESS), CONTRADICTED, "Wrap: " + OUTCOME),
          arguments(
              DOES_NOT_APPLY,
              List.of(),
              NOT_RUN,
              "No scenario, check or count decides this claim."),
          arguments(DOES_NOT_APPLY, List.of(CRASHED), NOT_RUN, "Crash..a JVM crashed"));

  @ParameterizedTest
  @FieldSource("CASES")
  void verdictFollowsFromExpectationAndEvidence(
      Expectation expectation, List<Evidence> evidence, Verdict verdict, String reason) {
    VerdictRow row =
        Judge.judge("RfcHash", new Promise(Claim.VALID_IDS, expectation, WHY), evidence);
    assertThat(row.verdict()).isEqualTo(verdict);
    assertThat(row.reason()).containsSubsequence(List.of(reason.split("\\.\\.", -1)));
    assertThat(row.design()).isEqualTo("RfcHash");
    assertThat(row.claim()).isEqualTo(Claim.VALID_IDS);
    assertThat(row.expectation()).isEqualTo(expectation);
    assertThat(row.evidence()).isEqualTo(evidence);
  }

  private static Evidence counts(RunStatus status, String reason) {
    return new Evidence(
        Tool.ACCESS, "finds", status, reason, 600, List.of(), "flat in 16 buckets", "amd64");
  }

  private static Evidence ran(String scenario, long samples, boolean broken) {
    return new Evidence(
        Tool.RACE,
        scenario,
        RunStatus.RUN,
        "",
        samples,
        broken ? List.of(new Witness(OUTCOME, 3)) : List.of(),
        "",
        "amd64");
  }

  private static Evidence explored(List<Witness> witnesses) {
    return explored("Explored", new Bound(1, 0), witnesses);
  }

  private static Evidence explored(
      String scenario, @Nullable Bound exhausted, List<Witness> witnesses) {
    return new Evidence(
        Tool.EXPLORATION,
        scenario,
        RunStatus.RUN,
        "",
        false,
        !witnesses.isEmpty(),
        100,
        witnesses,
        "100 executions",
        "amd64",
        null,
        exhausted);
  }

  private static Evidence notRun(String scenario, String reason, boolean tooFewCpus) {
    return new Evidence(
        Tool.RACE,
        scenario,
        RunStatus.NOT_RUN,
        reason,
        tooFewCpus,
        false,
        0,
        List.of(),
        "",
        "amd64",
        "logs/races.log",
        null);
  }
}
