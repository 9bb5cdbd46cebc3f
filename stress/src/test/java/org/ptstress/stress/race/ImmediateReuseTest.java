package org.ptstress.stress.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Call;
import org.ptstress.model.spec.Outcome;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.model.spec.ScenarioRun;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.Outside;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.stress.support.WrappedTable;

/**
 * The control of the races: a timer that is freed without a grace period is a defect that they must
 * see. If this test fails, their silence about NO_STALE_FIND means nothing. Two threads meet in the
 * window of a few nanoseconds too seldom for a test, so the finder is stopped there: its walk has
 * reached the timer, the deleter runs, and the walk goes on.
 */
class ImmediateReuseTest {
  /** {@link Scenarios#DELETE_AGAINST_FIND}, stopped before the freed timer is used again. */
  private static final Scenario SCENARIO =
      new Scenario(
          "DeleteUnderFind",
          "A finder's walk stands on a timer while it is deleted.",
          Set.of(Scenario.Mode.RACE),
          Scenarios.DELETE_AGAINST_FIND.claims(),
          Scenarios.DELETE_AGAINST_FIND.idBits(),
          Scenarios.DELETE_AGAINST_FIND.setup(),
          0,
          List.of(
              Actor.of("deleter", new Call.Delete(0, "x")),
              Actor.of("finder", new Call.Gettime(0, "x"))),
          List.of());

  private static final int DELETER = 0;
  private static final int FINDER = 1;

  @Test
  void timerFreedUnderAWalkIsSeen() {
    assertThat(brokenWith(ReclamationKind.IMMEDIATE)).containsExactly(Claim.NO_STALE_FIND);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMMEDIATE")
  void timerFreedAfterAGracePeriodIsSound(ReclamationKind reclamation) {
    assertThat(brokenWith(reclamation)).isEmpty();
  }

  private static Set<Claim> brokenWith(ReclamationKind reclamation) {
    PreemptedDesign design = new PreemptedDesign();
    TableConfig config = SCENARIO.config(Scenario.Mode.RACE).withReclamation(reclamation);
    ScenarioRun run = new ScenarioRun(new ScenarioPlan(SCENARIO), design, config);
    design.preemption = () -> run.act(DELETER);
    run.act(FINDER);
    return Outcome.brokenClaims(run.outcome(run.aftermath()));
  }

  /** The table of 3.10; the next lookup that finds a timer is preempted on it. */
  private static final class PreemptedDesign extends Outside {
    private @Nullable Runnable preemption;

    @Override
    public TimerTable newTable(TableConfig config, Rcu rcu) {
      return new Table(Designs.named("RcuHash").newTable(config, rcu));
    }

    private final class Table extends WrappedTable {
      Table(TimerTable good) {
        super(good);
      }

      @Override
      public @Nullable KTimer find(Process owner, int id) {
        KTimer found = good.find(owner, id);
        Runnable meanwhile = preemption;
        if (found != null && meanwhile != null) {
          preemption = null;
          meanwhile.run();
          // What a walk does on every node that it has come to.
          Checked.endsWalk(found, 1);
        }
        return found;
      }
    }
  }
}
