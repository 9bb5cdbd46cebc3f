package org.ptstress.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ptstress.model.spec.SampleScenarios.P;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.Exit;
import org.ptstress.model.spec.Scenario.Mode;

/** Bugs of the history that need no second thread, found by the audit. */
class AuditOfTheHistoryTest {
  @Test
  void theRfcAtMinusElevenSaysFullAndLeavesANode() {
    Scenario scenario = after(4, 21, Actor.of("creator", new Create(P, "a")));
    assertThat(run("RfcHash", scenario))
        .isEqualTo("EAGAIN, breaks EAGAIN_ONLY_WHEN_FULL+CALLS_END+NO_DANGLING_TIMER");
  }

  @Test
  void theRfcBehindTheLargestIdReturnsANegativeOne() {
    Scenario scenario = after(2, 4, Actor.of("creator", new Create(P, "a")));
    assertThat(run("RfcHash", scenario)).isEqualTo("negative, breaks VALID_IDS+NO_DANGLING_TIMER");
  }

  @Test
  void theRfcLeaksOnExit() {
    Scenario scenario = after(2, 4, Actor.of("creator", new Create(P, "a"), new Exit(P)));
    assertThat(Outcome.brokenClaims(run("RfcHash", scenario)))
        .contains(Claim.NO_LEAK_ON_EXIT, Claim.NO_DANGLING_TIMER, Claim.VALID_IDS);
  }

  @Test
  void theRfcAtMinusTwoLosesTimers() {
    Scenario scenario =
        SampleScenarios.scenario(
            List.of(Claim.NO_LOST_TIMER),
            1,
            List.of(new Create(P, "x"), new Create(P, "y")),
            Actor.of("creator", new Create(P, "a")));
    assertThat(Outcome.brokenClaims(run("RfcHash", scenario)))
        .contains(Claim.NO_LOST_TIMER, Claim.NO_DANGLING_TIMER);
  }

  @Test
  void theIdrDoesNotKeepProcessesApart() {
    assertThat(Outcome.brokenClaims(run("GlobalIdr", SampleScenarios.FULL_NEIGHBOUR)))
        .containsExactly(Claim.OWNER_ISOLATION);
    assertThat(run("GlobalIdr", SampleScenarios.LAST_SHARED_ID)).isEqualTo("ok, sound");
    assertThat(Outcome.brokenClaims(run("GlobalIdr", SampleScenarios.TWO_PROCESSES)))
        .containsExactly(Claim.OWNER_ISOLATION);
  }

  @Test
  void theIdrAliasesIds() {
    assertThat(run("GlobalIdr", SampleScenarios.FIND_OUT_OF_RANGE))
        .isEqualTo("another EINVAL, breaks REJECTS_OUT_OF_RANGE");
  }

  @Test
  void theIdrHandsTheSameIdOutAgain() {
    assertThat(run("GlobalIdr", SampleScenarios.ONE_AFTER_THE_OTHER))
        .isEqualTo("ok ok ok, breaks SEQUENTIAL_IDS");
  }

  /** Before RCU the timer's id was compared with the one that was asked for. */
  @Test
  void theIdrBeforeRcuDoesNotAliasIds() {
    assertThat(run("LockedIdr", SampleScenarios.FIND_OUT_OF_RANGE))
        .isEqualTo("EINVAL EINVAL, sound");
  }

  @Test
  void aNamespaceDoesNotKeepItsProcessesApart() {
    assertThat(Outcome.brokenClaims(run("NamespaceIdr", SampleScenarios.TWO_PROCESSES)))
        .containsExactly(Claim.OWNER_ISOLATION);
    assertThat(run("NamespaceIdr", SampleScenarios.ONE_AFTER_THE_OTHER)).endsWith(", sound");
  }

  @Test
  void theIdrOfAProcessHandsTheSameIdOutAgain() {
    assertThat(run("ProcessIdr", SampleScenarios.ONE_AFTER_THE_OTHER))
        .isEqualTo("ok ok ok, breaks SEQUENTIAL_IDS");
  }

  /** The plain create behind a restore gets id 0, and no rule about a counter says otherwise. */
  @Test
  void aRuleBindsOnlyItsPolicies() {
    assertThat(run("ProcessIdr", SampleScenarios.RESTORE_BUSY_ID)).endsWith(", sound");
    assertThat(run("ProcessIdr", restoreBusyIdForAll())).endsWith(", breaks EXACT_RESTORE");
    assertThat(run("BucketLockHash", restoreBusyIdForAll())).endsWith(", sound");
  }

  private static Scenario restoreBusyIdForAll() {
    Scenario bound = SampleScenarios.RESTORE_BUSY_ID;
    return new Scenario(
        bound.name(),
        bound.description(),
        bound.modes(),
        bound.claims(),
        bound.idBits(),
        bound.setup(),
        bound.advances(),
        bound.actors(),
        bound.idRules().stream()
            .map(rule -> new IdRule(rule.claim(), rule.timers(), rule.ids()))
            .toList());
  }

  /** A scenario whose counter has been moved on before. */
  private static Scenario after(int idBits, int advances, Actor actor) {
    return new Scenario(
        "After" + advances,
        "A program of the tests.",
        Set.of(Mode.SCRIPT),
        List.of(Claim.VALID_IDS),
        idBits,
        List.of(),
        advances,
        List.of(actor),
        List.of());
  }

  private static String run(String design, Scenario scenario) {
    ScenarioRun run =
        new ScenarioRun(
            new ScenarioPlan(scenario), Designs.named(design), scenario.config(Mode.SCRIPT));
    for (int actor = 0; actor < scenario.actors().size(); actor++) {
      run.act(actor);
    }
    return run.outcome(run.aftermath());
  }
}
