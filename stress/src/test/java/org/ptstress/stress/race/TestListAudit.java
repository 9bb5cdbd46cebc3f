package org.ptstress.stress.race;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.StateCase;
import org.openjdk.jcstress.infra.TestInfo;
import org.ptstress.model.spec.Actor;
import org.ptstress.model.spec.Outcome;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;

/**
 * Holds jcstress's tests against the scenarios. jcstress itself is silent about a test that is
 * missing or has lost an actor.
 */
final class TestListAudit {
  private TestListAudit() {}

  /** What is wrong with a list of tests; empty if it is exactly the list of these scenarios. */
  static List<String> names(Collection<String> tests, Collection<Scenario> scenarios) {
    Set<String> wanted =
        scenarios.stream()
            .map(scenario -> RaceResults.testName(scenario.name()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> problems = new ArrayList<>();
    wanted.stream()
        .filter(test -> !tests.contains(test))
        .forEach(test -> problems.add("no test " + test));
    new TreeSet<>(tests)
        .stream()
            .filter(test -> !wanted.contains(test))
            .forEach(test -> problems.add("no scenario for " + test));
    return problems;
  }

  /** What is wrong with the actors of a test. */
  static List<String> actors(TestInfo test, Scenario scenario) {
    List<String> roles = scenario.actors().stream().map(Actor::role).toList();
    List<String> problems = new ArrayList<>();
    if (test.threads() != roles.size()) {
      problems.add(test.name() + " has " + test.threads() + " actors, not " + roles.size());
    }
    if (!Set.copyOf(test.actorNames()).equals(Set.copyOf(roles))) {
      problems.add(test.name() + " has the actors " + test.actorNames() + ", not " + roles);
    }
    if (test.threads() < 2) {
      problems.add(test.name() + " races nothing");
    }
    return problems;
  }

  /** What is wrong with the outcomes of a test: they must be those that the oracle finds legal. */
  static List<String> outcomes(TestInfo test, Scenario scenario) {
    Set<String> legal =
        new ScenarioPlan(scenario)
            .legalOutcomes().stream()
                .map(actors -> Outcome.of(List.of(actors), Outcome.SOUND))
                .collect(Collectors.toCollection(TreeSet::new));
    List<String> problems = new ArrayList<>();
    Set<String> listed = new TreeSet<>();
    for (StateCase outcome : test.cases()) {
      listed.add(outcome.matchPattern());
      if (outcome.expect() != Expect.ACCEPTABLE) {
        problems.add(outcome.matchPattern() + " is " + outcome.expect());
      } else if (!legal.contains(outcome.matchPattern())) {
        problems.add(outcome.matchPattern() + " is not legal");
      }
      if (outcome.description().isBlank()) {
        problems.add(outcome.matchPattern() + " has no description");
      }
    }
    legal.stream()
        .filter(outcome -> !listed.contains(outcome))
        .forEach(outcome -> problems.add(outcome + " is missing"));
    if (test.unmatched().expect() != Expect.FORBIDDEN) {
      problems.add("other outcomes are " + test.unmatched().expect());
    }
    return problems;
  }
}
