package org.ptstress.stress.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ptstress.stress.race.ForkResults.ended;
import static org.ptstress.stress.race.ForkResults.normal;
import static org.ptstress.stress.scenario.Scenarios.CREATE_DELETE_FIND;
import static org.ptstress.stress.scenario.Scenarios.ONE_FREE_ID;
import static org.ptstress.stress.scenario.Scenarios.WRAP_AROUND;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.Configuration;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.race.test.OneFreeId;
import org.ptstress.stress.scenario.Scenarios;

class RaceResultsTest {
  private static final String LOG = "logs/races.log";
  private static final Map<String, Long> GOOD = Map.of("ok, EAGAIN, sound", 30L);

  @Test
  void normalResultsAreARunWithAllItsSamples() {
    RaceResult row =
        row(
            ONE_FREE_ID,
            normal(ONE_FREE_ID, GOOD, "-Xint", "-Da=b"),
            normal(ONE_FREE_ID, Map.of("ok, EAGAIN, sound", 12L), "-Xmx1g"));
    assertThat(row.status()).isEqualTo(RunStatus.RUN);
    assertThat(row.reason()).isEmpty();
    assertThat(row.log()).isNull();
    assertThat(row.samples()).isEqualTo(42);
    assertThat(row.seconds()).isEqualTo(1.0);
    assertThat(row.configurations())
        .containsExactly(new Configuration("-Xint -Da=b", 30), new Configuration("-Xmx1g", 12));
    assertThat(row.outcomes())
        .extracting(OutcomeCount::outcome, OutcomeCount::expect, OutcomeCount::count)
        .containsExactlyInAnyOrder(
            tuple("ok, EAGAIN, sound", "ACCEPTABLE", 42L),
            tuple("EAGAIN, ok, sound", "ACCEPTABLE", 0L));
    assertThat(row.outcomes()).allSatisfy(seen -> assertThat(seen.breaks()).isEmpty());
    assertThat(row.outcomes()).allSatisfy(seen -> assertThat(seen.description()).isNotBlank());
  }

  @Test
  void outcomeNamesTheClaimsThatItBreaks() {
    RaceResult row = row(WRAP_AROUND, "negative, ok, breaks VALID_IDS+NO_DANGLING_TIMER");
    assertThat(broken(row)).containsExactly(Claim.VALID_IDS, Claim.NO_DANGLING_TIMER);
  }

  @Test
  void forbiddenOutcomeWithoutAClaimIsBlamedOnTheFirst() {
    RaceResult row = row(ONE_FREE_ID, "EAGAIN, EAGAIN, sound");
    assertThat(broken(row)).containsExactly(ONE_FREE_ID.claims().get(0));
  }

  @Test
  void allReasonsAreGivenOnce() {
    RaceResult row =
        row(
            ONE_FREE_ID,
            normal(ONE_FREE_ID, GOOD),
            ended(ONE_FREE_ID, ForkEnd.Kind.FAILED, "a JVM crashed"),
            ended(ONE_FREE_ID, ForkEnd.Kind.FAILED, "a JVM crashed"),
            ended(ONE_FREE_ID, ForkEnd.Kind.HUNG, "it did not end within 9 s"));
    assertNotRun(row, "a JVM crashed; it did not end within 9 s");
  }

  @Test
  void forksThatBecamePointlessOnTheWayTakeNothingBack() {
    RaceResult row =
        row(
            ONE_FREE_ID,
            normal(ONE_FREE_ID, GOOD, "-Xint"),
            ended(ONE_FREE_ID, ForkEnd.Kind.NOT_TRIED, "the design had already broken a claim"));
    assertThat(row.status()).isEqualTo(RunStatus.RUN);
    assertThat(row.configurations()).containsExactly(new Configuration("-Xint", 30));
  }

  @Test
  void forkThatHungIsNoRunWhateverTheOthersDid() {
    RaceResult row =
        row(
            ONE_FREE_ID,
            normal(ONE_FREE_ID, GOOD),
            ended(ONE_FREE_ID, ForkEnd.Kind.HUNG, "it did not end within 9 s"),
            ended(ONE_FREE_ID, ForkEnd.Kind.NOT_TRIED, "the race hung"));
    assertNotRun(row, "it did not end within 9 s");
  }

  @Test
  void raceThatWasPointlessFromTheStartIsNotRun() {
    RaceResult row =
        row(ONE_FREE_ID, ended(ONE_FREE_ID, ForkEnd.Kind.NOT_TRIED, "the design hung twice"));
    assertNotRun(row, "the design hung twice");
    assertThat(row.configurations()).isEmpty();
  }

  /** T1: no test has the name, or the result was lost. */
  @Test
  void fewerResultsThanPlannedAreNoRun() {
    assertNotRun(row(ONE_FREE_ID, List.of(), 2, 1, null), "0 of 1 results");
    RaceResult row = row(ONE_FREE_ID, List.of(normal(ONE_FREE_ID, GOOD)), 2, 2, null);
    assertNotRun(row, "1 of 2 results");
    assertThat(row.tooFewCpus()).isFalse();
  }

  @Test
  void lostJvmIsTheReasonForWhatIsMissingOnly() {
    String lost = "the JVM that starts the races ended with status 137";
    assertNotRun(row(ONE_FREE_ID, List.of(), 2, 1, lost), lost);
    RaceResult whole = row(ONE_FREE_ID, List.of(normal(ONE_FREE_ID, GOOD)), 2, 1, lost);
    assertThat(whole.status()).isEqualTo(RunStatus.RUN);
  }

  /** T2: more actors than CPUs. */
  @Test
  void moreActorsThanCpusIsNotRunForThatReasonOnly() {
    RaceResult row = row(CREATE_DELETE_FIND, List.of(), 2, 1, null);
    assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
    assertThat(row.tooFewCpus()).isTrue();
    assertThat(row.reason()).contains("needs 3 CPUs").contains("has 2");
    assertThat(row.log()).isNull();
  }

  @Test
  void oneCpuRunsNoRace() {
    assertThat(row(ONE_FREE_ID, List.of(), 1, 1, null).tooFewCpus()).isTrue();
    assertThat(row(CREATE_DELETE_FIND, List.of(), 1, 1, null).reason()).contains("has 1");
  }

  @Test
  void enoughCpusAreNoExcuse() {
    RaceResult row = row(CREATE_DELETE_FIND, List.of(), 3, 1, null);
    assertNotRun(row, "0 of 1 results");
    assertThat(row.tooFewCpus()).isFalse();
  }

  @Test
  void idThatRightlyHasAnotherTimerIsGone() {
    Scenario scenario = Scenarios.named("RecycleAgainstFind");
    String legal = "ok ok ok ok ok, found another found, ";
    assertThat(broken(row(scenario, legal + "sound"))).isEmpty();
    assertThat(broken(row(scenario, legal + "breaks UNIQUE_IDS")))
        .containsExactly(Claim.UNIQUE_IDS);
  }

  @Test
  void testIsNamedAfterItsScenario() {
    assertThat(RaceResults.testName(ONE_FREE_ID.name())).isEqualTo(OneFreeId.class.getName());
  }

  private static void assertNotRun(RaceResult row, String reason) {
    assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
    assertThat(row.reason()).contains(reason);
    assertThat(row.log()).isEqualTo(LOG);
  }

  private static List<Claim> broken(RaceResult row) {
    return row.outcomes().stream()
        .filter(outcome -> outcome.expect().equals("FORBIDDEN"))
        .flatMap(outcome -> outcome.breaks().stream())
        .toList();
  }

  private static RaceResult row(Scenario scenario, String outcome) {
    return row(scenario, normal(scenario, Map.of(outcome, 1L)));
  }

  private static RaceResult row(Scenario scenario, ForkResult... results) {
    return row(scenario, List.of(results), 2, results.length, null);
  }

  private static RaceResult row(
      Scenario scenario,
      List<ForkResult> results,
      int cpus,
      int planned,
      @Nullable String missing) {
    RacePair pair = new RacePair(ForkResults.DESIGN, scenario);
    return RaceResults.row(pair, results, planned, cpus, missing, LOG);
  }
}
