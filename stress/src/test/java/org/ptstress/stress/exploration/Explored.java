package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.stress.support.ClassPaths;

/** Explores designs of the tests within 2,000 executions of each scenario. */
final class Explored {
  private static final int EXECUTIONS = 2_000;

  private Explored() {}

  /** The explorations of scenarios, by name, that apply to each design. */
  static Stream<Exploration> of(List<Design> designs, List<String> scenarios) {
    return designs.stream()
        .flatMap(
            design ->
                scenarios.stream()
                    .map(Scenarios::named)
                    .filter(scenario -> Scenarios.applies(scenario, design))
                    .map(scenario -> new Exploration(design, scenario, Set.of())));
  }

  /** The exploration of one scenario, by name, of each design. */
  static Stream<Exploration> of(Map<Design, String> scenarios) {
    return scenarios.entrySet().stream()
        .flatMap(entry -> of(List.of(entry.getKey()), List.of(entry.getValue())));
  }

  static List<ExplorationResult> rows(Path folder, Bound bound, Stream<Exploration> explorations)
      throws Exception {
    List<Exploration> all = explorations.toList();
    Design[] designs = all.stream().map(Exploration::design).distinct().toArray(Design[]::new);
    return new ExplorationRunner(
            folder,
            1,
            List.of(new ExplorationBudget(bound, EXECUTIONS, 0, false)),
            Duration.ofMinutes(2),
            Deadline.none(),
            ClassPaths.with(folder, designs))
        .run(all, ProgressListener.NONE);
  }

  /** The claims that each design breaks, of those that it keeps; everything must have run. */
  static Map<String, Set<Claim>> broken(List<ExplorationResult> rows, List<Design> designs) {
    assertThat(rows)
        .extracting(ExplorationResult::status, ExplorationResult::reason)
        .containsOnly(tuple(RunStatus.RUN, ""));
    Map<String, Set<Claim>> broken = new TreeMap<>();
    for (Design design : designs) {
      rows.stream()
          .filter(row -> row.design().equals(design.name()))
          .flatMap(row -> row.broken().stream())
          .filter(
              witness -> design.promises().on(witness.claim()).expectation() == Expectation.HOLDS)
          .forEach(
              witness ->
                  broken
                      .computeIfAbsent(design.name(), name -> new TreeSet<>())
                      .add(witness.claim()));
    }
    return broken;
  }
}
