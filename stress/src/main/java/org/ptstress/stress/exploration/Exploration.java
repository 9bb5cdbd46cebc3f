package org.ptstress.stress.exploration;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.stress.scenario.Scenarios;

/**
 * An exploration to run.
 *
 * @param design the design or seeded fault
 * @param scenario the scenario
 * @param ignored claims that are not looked at
 */
public record Exploration(Design design, Scenario scenario, Set<Claim> ignored) {
  /** Copies the set. */
  public Exploration {
    ignored = Set.copyOf(ignored);
  }

  /**
   * Every exploration that says something about a design.
   *
   * @param design the design
   * @return the explorations; of a fault those first that are most about what it is meant to break
   */
  public static Stream<Exploration> of(Design design) {
    return Scenarios.all().stream()
        .filter(Scenario::isExplored)
        .filter(scenario -> Scenarios.applies(scenario, design))
        .sorted(Comparator.comparing(scenario -> Scenarios.rank(scenario, design)))
        .map(scenario -> new Exploration(design, scenario, Set.of()));
  }

  /**
   * A copy without some claims.
   *
   * @param claims the claims that are not looked at
   * @return the changed copy
   */
  public Exploration ignoring(Set<Claim> claims) {
    return new Exploration(design, scenario, claims);
  }

  /**
   * The claims that the scenario decides.
   *
   * @return the claims
   */
  public List<Claim> claims() {
    return scenario.claims();
  }

  int calls() {
    return scenario.actors().stream().mapToInt(actor -> actor.calls().size()).sum();
  }

  String label() {
    return design.name() + " " + scenario.name();
  }

  ExplorationResult notRun(String reason) {
    return ScenarioExploration.notRun(scenario, design.name(), reason);
  }
}
