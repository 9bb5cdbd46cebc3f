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
 * @param ignored ignored claims
 * @param slice the explored part of its executions
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
   * @param ignored ignored claims
   */
  public Exploration(Design design, Scenario scenario, Set<Claim> ignored) {
    this(design, scenario, ignored, Slice.WHOLE);
  }

  /**
   * All explorations that apply to a design.
   *
   * @param design the design
   * @return the explorations; for a fault, those most related to its claim first
   */
  public static Stream<Exploration> of(Design design) {
    return Scenarios.all().stream()
        .filter(Scenario::isExplored)
        .filter(scenario -> Scenarios.applies(scenario, design))
        .sorted(Comparator.comparing(scenario -> Scenarios.rank(scenario, design)))
        .map(scenario -> new Exploration(design, scenario, Set.of()));
  }

  /** A copy with another scenario. */
  Exploration of(Scenario other) {
    return new Exploration(design, other, ignored, slice);
  }

  /**
   * A copy without some claims.
   *
   * @param claims the ignored claims
   * @return the changed copy
   */
  public Exploration ignoring(Set<Claim> claims) {
    return new Exploration(design, scenario, claims, slice);
  }

  /**
   * The slices that a budget divides it into.
   *
   * @param count the number of slices of a scenario with many interleavings, at least 1
   * @return the slices; only this one if it is too small to divide
   */
  public Stream<Exploration> slices(int count) {
    // Large scenarios have few executions, and progress is decided quickly.
    if (Scenarios.isLarge(scenario) || scenario.isOfProgress()) {
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
