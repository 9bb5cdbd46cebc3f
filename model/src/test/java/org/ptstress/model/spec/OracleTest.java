package org.ptstress.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ptstress.model.spec.SampleScenarios.P;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.Delete;
import org.ptstress.model.spec.Call.Gettime;
import org.ptstress.model.spec.Call.Lookup;
import org.ptstress.model.spec.Call.MoveCounter;

/** Legal outcomes, worked out by hand. */
class OracleTest {
  @Test
  void oneOfTwoCreatorsGetsTheOnlyFreeId() {
    assertThat(legal(SampleScenarios.ONE_FREE_ID))
        .containsExactlyInAnyOrder("ok, EAGAIN", "EAGAIN, ok");
  }

  @Test
  void nobodyGetsAnIdOfAFullTable() {
    assertThat(legal(SampleScenarios.NO_FREE_ID)).containsExactly("EAGAIN, EAGAIN");
  }

  @Test
  void eagainIsLegalOnlyBeforeTheDeleteHasFreedTheId() {
    assertThat(legal(SampleScenarios.CREATE_WHILE_DELETING))
        .containsExactlyInAnyOrder("ok, ok", "ok, EAGAIN");
  }

  @Test
  void eagainIsIllegalWhileAnIdIsFreeAllTheTime() {
    assertThat(legal(SampleScenarios.NEVER_FULL)).containsExactly("ok, ok ok ok ok ok ok");
  }

  /** With one id less the churner's timer and two others fill the table for a moment. */
  @Test
  void eagainIsLegalWhenTheTableIsFullForAMoment() {
    Scenario scenario =
        SampleScenarios.scenario(
            List.of(Claim.EAGAIN_ONLY_WHEN_FULL),
            1,
            List.of(new Create(P, "x")),
            Actor.of("creator", new Create(P, "a")),
            Actor.of("churner", new Create(P, "b"), new Delete(P, "b")));
    assertThat(legal(scenario))
        .containsExactlyInAnyOrder("ok, ok ok", "EAGAIN, ok ok", "ok, EAGAIN -");
  }

  @Test
  void aFindSeesACreatedTimerWholeOrNotAtAll() {
    assertThat(legal(SampleScenarios.CREATE_AGAINST_FIND))
        .containsExactlyInAnyOrder("ok, found", "ok, EINVAL");
  }

  @Test
  void aFindMissesOnlyTheTimerThatIsDeleted() {
    assertThat(legal(SampleScenarios.DELETE_AGAINST_FIND))
        .containsExactlyInAnyOrder("ok, found found", "ok, EINVAL found");
  }

  @Test
  void oneOfTwoDeletesSucceeds() {
    assertThat(legal(SampleScenarios.DELETE_AGAINST_DELETE))
        .containsExactlyInAnyOrder("ok, EINVAL", "EINVAL, ok");
  }

  @Test
  void aCreateEndsBeforeTheExitOrIsKilled() {
    assertThat(legal(SampleScenarios.EXIT_AGAINST_CREATE))
        .containsExactlyInAnyOrder("ok, ok", "ok, killed");
  }

  @Test
  void aDeleteOfATimerThatWasNeverCreatedIsNotMade() {
    assertThat(legal(SampleScenarios.EXIT_AGAINST_CREATE_AND_DELETE))
        .containsExactlyInAnyOrder("ok, ok ok", "ok, ok killed", "ok, killed -");
  }

  @Test
  void oneOfTwoRestoresOfAnIdIsBusy() {
    assertThat(legal(SampleScenarios.RESTORE_SAME_ID))
        .containsExactlyInAnyOrder("ok, EBUSY", "EBUSY, ok");
  }

  @Test
  void restoresOfTwoIdsDoNotMeet() {
    assertThat(legal(SampleScenarios.RESTORE_OTHER_ID)).containsExactly("ok, ok");
  }

  @Test
  void aRestoreBehindATakenIdIsBusy() {
    assertThat(legal(SampleScenarios.RESTORE_BUSY_ID)).containsExactly("ok EBUSY ok ok");
  }

  @Test
  void aFullProcessDoesNotConcernAnother() {
    assertThat(legal(SampleScenarios.FULL_NEIGHBOUR)).containsExactly("ok");
  }

  @Test
  void aFullNeighbourConcernsAProcessThatSharesItsIds() {
    assertThat(new ScenarioPlan(SampleScenarios.FULL_NEIGHBOUR).legalOutcomesOfSharedIds())
        .containsExactly("EAGAIN");
    assertThat(new ScenarioPlan(SampleScenarios.LAST_SHARED_ID).legalOutcomesOfSharedIds())
        .containsExactly("ok");
  }

  @Test
  void aRestoreGetsItsIds() {
    assertThat(legal(SampleScenarios.RESTORE_BESIDE_ANOTHER)).containsExactly("ok ok");
  }

  /** In every order one create finds the counter behind the largest id. */
  @Test
  void theDescribedWrapRefusesOneCreate() {
    assertThat(legal(SampleScenarios.WRAP_AS_DESCRIBED))
        .containsExactlyInAnyOrder("ok EAGAIN, ok", "ok ok, EAGAIN", "EAGAIN ok, ok");
  }

  @Test
  void theDescribedWrapGoesOnAtTheFirstFreeId() {
    Scenario full =
        SampleScenarios.scenario(
            List.of(Claim.WRAP_AS_DESCRIBED),
            1,
            List.of(new Create(P, "x"), new Create(P, "y")),
            Actor.of(
                "creator",
                new Create(P, "a"),
                new Create(P, "b"),
                new Delete(P, "y"),
                new Create(P, "c"),
                new MoveCounter(P, 1),
                new Create(P, "d")));
    assertThat(legal(full)).containsExactly("EAGAIN EAGAIN ok ok ok EAGAIN");
  }

  @Test
  void aProcessDoesNotFindTheTimerOfAnother() {
    assertThat(legal(SampleScenarios.TWO_PROCESSES)).containsExactly("ok found, EINVAL ok");
  }

  @Test
  void anIdOutOfRangeIsNeverFound() {
    assertThat(legal(SampleScenarios.FIND_OUT_OF_RANGE)).containsExactly("EINVAL EINVAL");
  }

  @Test
  void aLookupSaysNothing() {
    Scenario scenario =
        SampleScenarios.scenario(
            List.of(Claim.FIND_WITHOUT_LOCK),
            3,
            List.of(),
            Actor.of("creator", new Create(P, "a"), new Gettime(P, "a")),
            Actor.of("finder", new Lookup(P, 0)));
    assertThat(legal(scenario)).containsExactly("ok found, ok");
  }

  @Test
  void outcomesKeepTheCallsOfEachActorApart() {
    assertThat(Oracle.legalOutcomes(SampleScenarios.ONE_FREE_ID))
        .containsExactlyInAnyOrder(
            List.of(List.of(CallResult.OK), List.of(CallResult.EAGAIN)),
            List.of(List.of(CallResult.EAGAIN), List.of(CallResult.OK)));
  }

  @Test
  void aSetupThatFailsInACorrectTableIsRejected() {
    Scenario scenario =
        SampleScenarios.scenario(
            List.of(Claim.VALID_IDS),
            1,
            List.of(new Create(P, "x"), new Create(P, "y"), new Create(P, "z")),
            Actor.of("creator", new Create(P, "a")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Oracle.legalOutcomes(scenario))
        .withMessageContainingAll(scenario.name(), "z", "EAGAIN");
  }

  private static Set<String> legal(Scenario scenario) {
    return new ScenarioPlan(scenario).legalOutcomes();
  }
}
