package org.ptstress.stress.exploration;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.fault.Faults;
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
  static final int ARGUMENTS = 3;

  private static final String SEPARATOR = ",";

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
   * The same exploration without some claims.
   *
   * @param claims the claims that are not looked at
   * @return the changed copy
   */
  public Exploration ignoring(Set<Claim> claims) {
    return new Exploration(design, scenario, claims);
  }

  /** The exploration as {@link #ARGUMENTS} arguments of a child. */
  List<String> arguments() {
    return List.of(
        design.name(),
        scenario.name(),
        ignored.stream().map(Claim::name).sorted().collect(joining(SEPARATOR)));
  }

  /** What {@link #arguments} has made. */
  static Exploration parse(List<String> arguments) {
    return new Exploration(
        Faults.subject(arguments.get(0)),
        Scenarios.named(arguments.get(1)),
        Arrays.stream(arguments.get(2).split(SEPARATOR))
            .filter(name -> !name.isEmpty())
            .map(Claim::valueOf)
            .collect(toSet()));
  }

  String label() {
    return design.name() + " " + scenario.name();
  }

  ExplorationResult notRun(String reason) {
    return ScenarioExploration.notRun(scenario, design.name(), reason);
  }
}
