package org.ptstress.stress.exploration;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Outcome;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.model.spec.ScenarioRun;
import org.ptstress.stress.engine.explore.Ending;
import org.ptstress.stress.engine.explore.Program;

/** A scenario on a design, as the explorer executes it. */
final class ScenarioProgram implements Program {
  private final ScenarioPlan plan;
  private final Design design;
  private final TableConfig config;
  private @Nullable ScenarioRun last;

  ScenarioProgram(Scenario scenario, Design design) {
    this.plan = new ScenarioPlan(scenario);
    this.design = design;
    // The locks with the fewest steps.
    this.config = scenario.config(Scenario.Mode.INTERLEAVING);
  }

  @Override
  public int actors() {
    return plan.scenario().actors().size();
  }

  List<String> actorNames() {
    return plan.scenario().actors().stream().map(Actor::role).toList();
  }

  @Override
  public Run start() {
    ScenarioRun run = new ScenarioRun(plan, design, config);
    last = run;
    return new Run() {
      @Override
      public void act(int actor) {
        run.act(actor);
      }

      @Override
      public String outcome() {
        return run.outcome(run.aftermath());
      }
    };
  }

  /** The run of the last execution, to name what is in it. */
  @Nullable ScenarioRun last() {
    return last;
  }

  /** The claims that an execution breaks. */
  static Set<Claim> broken(Ending ending) {
    return ending.kind() == Ending.Kind.DONE
        ? Outcome.brokenClaims(ending.text())
        : Set.of(Claim.CALLS_END);
  }
}
