package org.ptstress.stress.exploration;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.Slice;
import org.ptstress.stress.scenario.Scenarios;

/**
 * An exploration to run.
 *
 * @param design the design or seeded fault
 * @param scenario the scenario
 * @param ignored claims that are not looked at
 * @param slice which part of its executions
 */
public record Exploration(Design design, Scenario scenario, Set<Claim> ignored, Slice slice) {
  /** Copies the set. */
  public Exploration {
    ignored = Set.copyOf(ignored);
  }

  /**
   * An exploration of all executions.
   *
   * @param design the design or seeded fault
   * @param scenario the scenario
   * @param ignored claims that are not looked at
   */
  public Exploration(Design design, Scenario scenario, Set<Claim> ignored) {
    this(design, scenario, ignored, Slice.WHOLE);
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
    return new Exploration(design, scenario, claims, slice);
  }

  /**
   * The slices that a budget divides it into.
   *
   * @param count how many there are of a scenario whose orders are many, from 1
   * @return the slices; itself if it is not worth dividing
   */
  public Stream<Exploration> slices(int count) {
    // At full width there is a tenth of the executions, and who waits for whom is soon known.
    if (scenario.isAtFullWidth() || scenario.isOfProgress()) {
      return Stream.of(this);
    }
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number -> new Exploration(design, scenario, ignored, new Slice(number, count, "")));
  }

  /**
   * The name of what is explored within the explorations of the design.
   *
   * @return the scenario, with the slice if there are several
   */
  public String part() {
    return slice.partOf(scenario.name());
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
    return design.name() + " " + part();
  }

  ExplorationResult notRun(String reason) {
    return ScenarioExploration.notRun(this, reason);
  }
}
