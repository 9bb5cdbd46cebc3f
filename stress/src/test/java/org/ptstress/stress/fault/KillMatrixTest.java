package org.ptstress.stress.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.fault.Faults;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.stress.scenario.Scenarios;

/** What counts as found: only what the good design does not do as well. */
class KillMatrixTest {
  private static final Fault FAULT = (Fault) Faults.subject("SignedCounter");
  private static final String BASE = "BucketLockHash";

  @Test
  void aWitnessThatTheGoodDesignDoesNotHaveKills() {
    FaultRow row = row(sound(BASE, "A"), broken("SignedCounter", "A", Claim.VALID_IDS));
    assertThat(row.killed()).isTrue();
    assertThat(row.witness()).isEqualTo("A: seen");
    assertThat(row.isMissed()).isFalse();
  }

  @Test
  void aWitnessThatTheGoodDesignSharesDoesNot() {
    FaultRow row =
        row(broken(BASE, "A", Claim.VALID_IDS), broken("SignedCounter", "A", Claim.VALID_IDS));
    assertThat(row.killed()).isFalse();
    assertThat(row.isMissed()).isTrue();
  }

  @Test
  void withoutTheGoodDesignNothingIsFound() {
    for (FaultRow row :
        List.of(
            row(broken("SignedCounter", "A", Claim.VALID_IDS)),
            row(failed(BASE, "A"), broken("SignedCounter", "A", Claim.VALID_IDS)))) {
      assertThat(row.killed()).isFalse();
      assertThat(row.isMissed()).isFalse();
      assertThat(row.isNotRun()).isTrue();
    }
    FaultRow elsewhere =
        row(
            failed(BASE, "A"),
            sound(BASE, "B"),
            broken("SignedCounter", "A", Claim.VALID_IDS),
            broken("SignedCounter", "B", Claim.VALID_IDS));
    assertThat(elsewhere.killed()).isTrue();
    assertThat(elsewhere.witness()).startsWith("B: ");
  }

  @Test
  void aHangOfTheFaultAloneIsSaidAndProvesNothing() {
    FaultRow alone = row(sound(BASE, "A"), hung("SignedCounter", "A"));
    assertThat(alone.killed()).isFalse();
    assertThat(alone.didHang()).isTrue();
    assertThat(alone.isNotRun()).isFalse();
    assertThat(alone.isMissed()).as("it was to be killed").isTrue();
    assertThat(alone.witness()).isEqualTo("A: it did not end");
    FaultRow goneOn =
        row(
            sound(BASE, "A"),
            sound(BASE, "B"),
            hung("SignedCounter", "A"),
            sound("SignedCounter", "B"));
    assertThat(goneOn.witness()).isEqualTo("A: it did not end");
    assertThat(goneOn.seconds()).isEqualTo(2);
    assertThat(goneOn.tries()).isEqualTo(alone.tries() + 10);
    assertThat(row(hung(BASE, "A"), hung("SignedCounter", "A")).didHang()).isFalse();
    FaultRow killed =
        row(
            sound(BASE, "A"),
            sound(BASE, "B"),
            hung("SignedCounter", "A"),
            broken("SignedCounter", "B", Claim.VALID_IDS));
    assertThat(killed.killed()).isTrue();
    assertThat(killed.didHang()).isFalse();
  }

  @Test
  void whatDiedHasKilledNothing() {
    FaultRow row = row(sound(BASE, "A"), failed("SignedCounter", "A"));
    assertThat(row.killed()).isFalse();
    assertThat(row.isNotRun()).isTrue();
  }

  @Test
  void searchThatDiedIsNoHangWhateverItSays() {
    InterleavingResult died =
        new InterleavingResult(
            "SignedCounter",
            "A",
            "",
            List.of(Claim.VALID_IDS),
            RunStatus.NOT_RUN,
            "it did not end within 20 s",
            0,
            20,
            List.of());
    assertThat(Finding.of(died).failed()).isTrue();
    assertThat(Finding.of(died).hung()).isFalse();
    assertThat(row(sound(BASE, "A"), Finding.of(died)).killed()).isFalse();
  }

  @Test
  void theTimeCountsToTheFirstWitness() {
    FaultRow row =
        row(
            sound(BASE, "A"),
            sound(BASE, "B"),
            sound(BASE, "C"),
            sound("SignedCounter", "A"),
            broken("SignedCounter", "B", Claim.VALID_IDS),
            broken("SignedCounter", "C", Claim.VALID_IDS));
    assertThat(row.seconds()).isEqualTo(2);
    assertThat(row.tries()).isEqualTo(20);
    assertThat(row.witness()).startsWith("B: ");
  }

  @Test
  void whatWasNotTriedHasNotSurvived() {
    FaultRow row = row(sound(BASE, "A"));
    assertThat(row.isNotRun()).isTrue();
    assertThat(row.isMissed()).isFalse();
  }

  @Test
  void everyFaultIsExpectedToBeFound() {
    for (Fault fault : Faults.all()) {
      List<Expected> expected =
          List.of(Tool.CHECK, Tool.EXPLORATION, Tool.INTERLEAVING, Tool.RACE, Tool.ACCESS).stream()
              .map(tool -> Expectations.of(fault.name(), tool))
              .toList();
      assertThat(expected).as(fault.name()).containsAnyOf(Expected.KILLED, Expected.HANGS);
    }
  }

  @Test
  void nothingThatIsSampledIsDemanded() {
    assertThat(Faults.all())
        .allSatisfy(
            fault ->
                assertThat(Expectations.of(fault.name(), Tool.RACE))
                    .as(fault.name())
                    .isNotEqualTo(Expected.KILLED));
  }

  @Test
  void racesApplyWhereAScenarioDecidesTheClaim() {
    assertThat(Faults.all())
        .allSatisfy(
            fault ->
                assertThat(Expectations.of(fault.name(), Tool.RACE) == Expected.DOES_NOT_APPLY)
                    .as(fault.name())
                    .isEqualTo(
                        Scenarios.of(Scenario.Mode.RACE).stream()
                            .filter(scenario -> Scenarios.applies(scenario, fault))
                            .noneMatch(scenario -> scenario.claims().contains(fault.claim()))));
  }

  private static FaultRow row(Finding... findings) {
    return KillMatrix.row(FAULT, Tool.CHECK, List.of(findings));
  }

  private static Finding sound(String subject, String scenario) {
    return new Finding(subject, scenario, Set.of(), false, false, 1, 10, "");
  }

  private static Finding broken(String subject, String scenario, Claim claim) {
    return new Finding(subject, scenario, Set.of(claim), false, false, 1, 10, "seen");
  }

  private static Finding failed(String subject, String scenario) {
    return new Finding(subject, scenario, Set.of(), true, false, 1, 0, "it died");
  }

  private static Finding hung(String subject, String scenario) {
    return new Finding(subject, scenario, Set.of(), true, true, 1, 0, "it did not end");
  }
}
