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
 * The choice of a second process that meets the first one in the table at hand, by a lock or a
 * chain of both: the one with which it shares the most monitors and locations, locks first. The
 * exploration, not this choice, is the evidence: a wrong choice costs one that finds nothing.
 */
final class Neighbour {
  private static final int PROCESSES = 2_000;

  /** No more are tried than so many accesses take, after the first one. */
  private static final long ACCESSES = 3_000_000;

  private static final long SEED = 20_121_001;

  /** Of objects in the kernel's slabs: nearer together than they are, to come into every share. */
  private static final long ALIGNMENT = 64;

  private Neighbour() {}

  /** Whether the actor that must get through is of a process that no other actor is of. */
  static boolean isAskedFor(Scenario scenario) {
    int last = scenario.actors().size() - 1;
    Set<Integer> others =
        scenario.actors().subList(0, last).stream().flatMap(Neighbour::processes).collect(toSet());
    return processes(scenario.actors().get(last)).noneMatch(others::contains);
  }

  private static Stream<Integer> processes(Actor actor) {
    return actor.calls().stream().map(Call::process);
  }

  /** The scenario with that process; its classes must be initialised. */
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
