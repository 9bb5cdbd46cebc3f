package org.ptstress.stress.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ptstress.stress.race.RaceResults.testName;
import static org.ptstress.stress.scenario.Scenarios.CREATE_DELETE_FIND;
import static org.ptstress.stress.scenario.Scenarios.ONE_FREE_ID;
import static org.ptstress.stress.scenario.Scenarios.WRAP_AROUND;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.ptstress.model.Claim;
import org.ptstress.model.spec.Scenario;
import org.ptstress.stress.result.Configuration;
import org.ptstress.stress.result.OutcomeCount;
import org.ptstress.stress.result.RaceResult;
import org.ptstress.stress.result.RunStatus;

class RaceResultsTest {
  private static final String LOG = "logs/races-RcuHash.log";
  private static final String GOOD = "ok, EAGAIN, sound";

  @Test
  void normalResultsAreARunWithAllItsSamples() {
    TestResult first = JcstressRows.of(ONE_FREE_ID, Status.NORMAL, "-Xint", "-Da=b");
    first.addState(GOOD, 30);
    TestResult second = JcstressRows.of(ONE_FREE_ID, Status.NORMAL, "-Xmx1g");
    second.addState(GOOD, 12);
    RaceResult row = row(ONE_FREE_ID, List.of(first, second));
    assertThat(row.status()).isEqualTo(RunStatus.RUN);
    assertThat(row.reason()).isEmpty();
    assertThat(row.log()).isNull();
    assertThat(row.samples()).isEqualTo(42);
    assertThat(row.configurations())
        .containsExactly(new Configuration("-Xint -Da=b", 30), new Configuration("-Xmx1g", 12));
    assertThat(row.outcomes())
        .extracting(OutcomeCount::outcome, OutcomeCount::expect, OutcomeCount::count)
        .containsExactlyInAnyOrder(
            tuple(GOOD, "ACCEPTABLE", 42L), tuple("EAGAIN, ok, sound", "ACCEPTABLE", 0L));
    assertThat(row.outcomes()).allSatisfy(seen -> assertThat(seen.breaks()).isEmpty());
    assertThat(row.outcomes()).allSatisfy(seen -> assertThat(seen.description()).isNotBlank());
  }

  @Test
  void outcomeNamesTheClaimsThatItBreaks() {
    RaceResult row = row(WRAP_AROUND, "negative, ok, breaks VALID_IDS+NO_DANGLING_TIMER", 99L);
    assertThat(broken(row)).containsExactly(Claim.VALID_IDS, Claim.NO_DANGLING_TIMER);
  }

  @Test
  void forbiddenOutcomeWithoutAClaimIsBlamedOnTheFirst() {
    RaceResult row = row(ONE_FREE_ID, "EAGAIN, EAGAIN, sound", 1L);
    assertThat(broken(row)).containsExactly(ONE_FREE_ID.claims().get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "API_MISMATCH, missing", // T3
    "TIMEOUT_ERROR, did not end in time",
    "VM_ERROR, crashed",
    "TEST_ERROR, threw",
    "CHECK_TEST_ERROR, threw"
  })
  void configurationThatDidNotEndNormallyIsAReason(Status status, String reason) {
    TestResult good = JcstressRows.normal(ONE_FREE_ID, Map.of(GOOD, 10L));
    RaceResult row = row(ONE_FREE_ID, List.of(good, JcstressRows.of(ONE_FREE_ID, status)));
    assertNotRun(row, reason);
    assertThat(row.tooFewCpus()).isFalse();
  }

  @Test
  void allReasonsAreGiven() {
    RaceResult row =
        row(
            ONE_FREE_ID,
            List.of(
                JcstressRows.of(ONE_FREE_ID, Status.VM_ERROR),
                JcstressRows.of(ONE_FREE_ID, Status.VM_ERROR),
                JcstressRows.of(ONE_FREE_ID, Status.TIMEOUT_ERROR)));
    assertThat(row.reason()).isEqualTo("a JVM crashed; a JVM did not end in time");
  }

  @Test
  void configurationWithoutSamplesIsAReason() {
    TestResult good = JcstressRows.normal(ONE_FREE_ID, Map.of(GOOD, 10L));
    TestResult empty = JcstressRows.normal(ONE_FREE_ID, Map.of());
    assertNotRun(row(ONE_FREE_ID, List.of(good, empty)), "no samples");
  }

  /** T1: jcstress exits with 0 when no test has the name. */
  @Test
  void testThatJcstressDoesNotKnowIsNotRun() {
    RaceResult row = row(ONE_FREE_ID, List.of());
    assertNotRun(row, "reported nothing");
    assertThat(row.tooFewCpus()).isFalse();
  }

  /** T2: jcstress drops tests with more actors than CPUs, and exits with 0. */
  @Test
  void moreActorsThanCpusIsNotRunForThatReasonOnly() {
    RaceResult row = row(CREATE_DELETE_FIND, List.of(), 2, null);
    assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
    assertThat(row.tooFewCpus()).isTrue();
    assertThat(row.reason()).contains("needs 3 CPUs").contains("has 2");
    assertThat(row.log()).isNull();
  }

  @Test
  void oneCpuRunsNoRace() {
    assertThat(row(ONE_FREE_ID, List.of(), 1, null).tooFewCpus()).isTrue();
    assertThat(row(CREATE_DELETE_FIND, List.of(), 1, null).reason()).contains("has 1");
  }

  @Test
  void enoughCpusAreNoExcuse() {
    RaceResult row = row(CREATE_DELETE_FIND, List.of(), 3, null);
    assertNotRun(row, "reported nothing");
    assertThat(row.tooFewCpus()).isFalse();
  }

  @Test
  void failureOfJcstressGoesBeforeEverythingElse() {
    RaceResult row = row(CREATE_DELETE_FIND, List.of(), 2, "jcstress ended with status 137");
    assertNotRun(row, "status 137");
    assertThat(row.tooFewCpus()).isFalse();
  }

  @Test
  void resultsOfOtherScenariosDoNotCount() {
    TestResult other = JcstressRows.normal(WRAP_AROUND, Map.of("ok, ok, sound", 10L));
    assertNotRun(row(ONE_FREE_ID, List.of(other)), "reported nothing");
  }

  @Test
  void testIsNamedAfterItsScenario() {
    assertThat(testName(ONE_FREE_ID)).isEqualTo(OneFreeId.class.getName());
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

  private static RaceResult row(Scenario scenario, String outcome, Long count) {
    return row(scenario, List.of(JcstressRows.normal(scenario, Map.of(outcome, count))));
  }

  private static RaceResult row(Scenario scenario, List<TestResult> results) {
    return row(scenario, results, 2, null);
  }

  private static RaceResult row(
      Scenario scenario, List<TestResult> results, int cpus, @Nullable String missing) {
    return RaceResults.row("RcuHash", scenario, results, cpus, missing, LOG);
  }
}
