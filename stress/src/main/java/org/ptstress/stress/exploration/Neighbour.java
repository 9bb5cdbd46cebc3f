package org.ptstress.stress.exploration;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Call;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.stress.engine.explore.Explorer;

/**
 * Selects a second process that collides with the first one in the table, by a common lock or
 * chain: the one that shares the most monitors and locations with it, locks first. The choice is no
 * evidence; a wrong choice only costs an exploration that finds nothing.
 */
final class Neighbour {
  private static final int PROCESSES = 2_000;

  /** The maximum of accesses spent on trials after the first. */
  private static final long ACCESSES = 3_000_000;

  private static final long SEED = 20_121_001;

  /** The alignment of addresses: closer than in the kernel's slabs, to reach every share. */
  private static final long ALIGNMENT = 64;

  private Neighbour() {}

  /** Whether the unaided actor is the only one of its process. */
  static boolean isAskedFor(Scenario scenario) {
    int last = scenario.actors().size() - 1;
    Set<Integer> others =
        scenario.actors().subList(0, last).stream().flatMap(Neighbour::processes).collect(toSet());
    return processes(scenario.actors().get(last)).noneMatch(others::contains);
  }

  private static Stream<Integer> processes(Actor actor) {
    return actor.calls().stream().map(Call::process);
  }

  /** The scenario with the selected process; its classes must be initialised. */
  static ScenarioProgram program(
      Explorer explorer, Scenario scenario, Design design, Runnable progress) {
    ScenarioPlan plan = new ScenarioPlan(scenario);
    ScenarioProgram best = new ScenarioProgram(plan, design);
    int most = explorer.meetings(best);
    SplittableRandom random = new SplittableRandom(SEED);
    long accesses = 0;
    for (int i = 0; i < PROCESSES && accesses < ACCESSES; i++) {
      long address = ScenarioPlan.FIRST_ADDRESS + (1 + random.nextInt(1 << 30)) * ALIGNMENT;
      ScenarioProgram program = new ScenarioProgram(plan.withSecondAddress(address), design);
      int meetings = explorer.meetings(program);
      accesses += explorer.accesses();
      progress.run();
      if (meetings > most) {
        most = meetings;
        best = program;
      }
    }
    return best;
  }
}
