package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Slice;
import org.ptstress.stress.scenario.Scenarios;

/** What a round leaves of the rounds before. */
class TaskTest {
  private static final Bound SMALL = new Bound(2, 1);
  private static final Bound LARGE = new Bound(2, 2);

  private final Task task =
      new Task(
          new Exploration(
              Faults.subject("RcuHash"),
              Scenarios.named("WrapAround"),
              Set.of(Claim.UNIQUE_IDS, Claim.VALID_IDS),
              new Slice(2, 3, "")),
          new ExplorationBudget(LARGE, 100, 10, true));

  @Test
  void argumentsHoldAllOfIt() {
    assertThat(task.arguments()).hasSize(Task.ARGUMENTS);
    assertThat(Task.parse(task.arguments()).label()).isEqualTo(task.label());
    assertThat(Task.parse(task.arguments()).exploration().slice()).isEqualTo(new Slice(2, 3, ""));
    assertThat(Task.parse(task.arguments()).exploration().ignored())
        .containsExactlyInAnyOrder(Claim.UNIQUE_IDS, Claim.VALID_IDS);
  }

  @Test
  void nothingIsLeftToDoAfterAWitnessOrWithinTheSameBound() {
    assertThat(task.isDone(null)).isFalse();
    assertThat(task.isDone(row(SMALL))).isFalse();
    assertThat(task.isDone(row(LARGE))).isTrue();
    assertThat(task.isDone(row(new Bound(3, 2)))).isTrue();
    assertThat(task.isDone(row(new Bound(3, 1)))).isFalse();
    assertThat(task.isDone(explored(ScenarioExploration.MORE))).isTrue();
    assertThat(task.isDone(explored(ScenarioExploration.MORE - 1))).isFalse();
  }

  @Test
  void roundsAddUp() {
    ExplorationResult both = Task.merged(row(SMALL), row(null, Claim.UNIQUE_IDS));
    assertThat(both.exhausted()).isEqualTo(SMALL);
    assertThat(Task.merged(row(LARGE), row(SMALL)).exhausted()).isEqualTo(LARGE);
    assertThat(Task.merged(row(SMALL), row(new Bound(3, 0))).exhausted())
        .isEqualTo(new Bound(3, 0));
    assertThat(both.executions()).isEqualTo(20);
    assertThat(both.walks()).isEqualTo(4);
    assertThat(claims(both)).containsExactly(Claim.UNIQUE_IDS);
    assertThat(
            claims(
                Task.merged(
                    row(null, Claim.UNIQUE_IDS), row(null, Claim.VALID_IDS, Claim.UNIQUE_IDS))))
        .containsExactly(Claim.UNIQUE_IDS, Claim.VALID_IDS);
  }

  @Test
  void roundThatIsNotNeededTakesNothingAway() {
    assertThat(Task.merged(row(SMALL), notRun(Task.ENOUGH))).isEqualTo(row(SMALL));
    assertThat(Task.merged(row(SMALL), notRun(Task.LEFT))).isEqualTo(row(SMALL));
  }

  @Test
  void roundThatDiesLeavesNothingButWitnesses() {
    assertThat(Task.merged(row(SMALL), notRun("it hung"))).isEqualTo(notRun("it hung"));
    ExplorationResult broken = row(SMALL, Claim.UNIQUE_IDS);
    assertThat(Task.merged(broken, notRun("it hung"))).isEqualTo(broken);
    assertThat(Task.merged(notRun("it hung"), row(SMALL))).isEqualTo(row(SMALL));
  }

  private static List<Claim> claims(ExplorationResult row) {
    return row.broken().stream().map(ExploredWitness::claim).toList();
  }

  private ExplorationResult notRun(String reason) {
    return task.exploration().notRun(reason);
  }

  private static ExplorationResult row(@Nullable Bound exhausted, Claim... broken) {
    return row(exhausted, 10, broken);
  }

  /** A row with a witness. */
  private static ExplorationResult explored(long executions) {
    return row(null, executions, Claim.UNIQUE_IDS);
  }

  private static ExplorationResult row(
      @Nullable Bound exhausted, long executions, Claim... broken) {
    return new ExplorationResult(
        "RcuHash",
        "WrapAround",
        "",
        List.of(Claim.WRAPS_TO_ZERO),
        RunStatus.RUN,
        "",
        exhausted,
        executions,
        2,
        1,
        List.of(broken).stream()
            .map(claim -> new ExploredWitness(claim, "seen", false, SMALL, "", ""))
            .toList(),
        null);
  }
}
