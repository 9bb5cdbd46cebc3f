package org.ptstress.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ptstress.model.spec.SampleScenarios.P;
import static org.ptstress.model.spec.SampleScenarios.Q;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.KernelHash;
import org.ptstress.model.kernel.LockKind;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.spec.Call.Create;
import org.ptstress.model.spec.Call.CreateAt;
import org.ptstress.model.spec.Scenario.Mode;

class ScenarioTest {
  @Test
  void aTimerIsCreatedOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SampleScenarios.scenario(
                    List.of(Claim.VALID_IDS),
                    3,
                    List.of(new Create(P, "a")),
                    Actor.of("creator", new CreateAt(P, "a", 3))))
        .withMessageContaining("twice");
  }

  @Test
  void aScenarioNeedsAnActor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleScenarios.scenario(List.of(Claim.VALID_IDS), 3, List.of()))
        .withMessageContaining("actor");
  }

  @Test
  void aScenarioNeedsAClaim() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Scenario(
                    "NoClaim",
                    "Decides nothing.",
                    Set.of(Mode.RACE),
                    List.of(),
                    3,
                    List.of(),
                    0,
                    List.of(Actor.of("creator", new Create(P, "a"))),
                    List.of()))
        .withMessageContaining("NoClaim");
  }

  @Test
  void timersAndProcessesAreCounted() {
    assertThat(SampleScenarios.TWO_PROCESSES.timers())
        .containsExactlyInAnyOrderEntriesOf(Map.of("x", 0, "a", 1, "b", 2));
    assertThat(SampleScenarios.TWO_PROCESSES.processes()).isEqualTo(Q + 1);
    assertThat(SampleScenarios.ONE_FREE_ID.processes()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void everyModeGetsTheWidthOfTheScenario(Mode mode) {
    TableConfig config = SampleScenarios.ONE_FREE_ID.config(mode);
    assertThat(config.idBits()).isEqualTo(1);
    boolean search = mode == Mode.INTERLEAVING || mode == Mode.EXPLORATION || mode == Mode.PROGRESS;
    assertThat(config.locks()).isEqualTo(search ? LockKind.TEST_AND_SET : LockKind.TICKET);
    assertThat(config.reclamation())
        .isEqualTo(
            mode == Mode.PROGRESS ? ReclamationKind.COLLECTOR : ReclamationKind.GRACE_PERIOD);
  }

  /** Otherwise a table of two chains would keep the processes of a scenario apart by chance. */
  @Test
  void equalIdsOfTheProcessesShareAChainInEveryHash() {
    long p = ScenarioPlan.FIRST_ADDRESS;
    long q = ScenarioPlan.SECOND_ADDRESS;
    assertThat(KernelHash.hashPtr2012(p, 1)).isEqualTo(KernelHash.hashPtr2012(q, 1));
    for (int id = 0; id < 8; id++) {
      assertThat(KernelHash.hash32Of2012(KernelHash.hash32Ptr(p) ^ id, 1))
          .as("3.10, id %d", id)
          .isEqualTo(KernelHash.hash32Of2012(KernelHash.hash32Ptr(q) ^ id, 1));
      assertThat(KernelHash.jhash2(p, id) & 1)
          .as("6.15, id %d", id)
          .isEqualTo(KernelHash.jhash2(q, id) & 1);
    }
  }
}
