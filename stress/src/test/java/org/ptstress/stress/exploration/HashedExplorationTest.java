package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Design;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.shape.Shapes;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.stress.support.ClassPaths;

/** Tables that hash by identity or at random do the same when the same is chosen. */
class HashedExplorationTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  /** They were not judged: equal choices gave different accesses. */
  @Test
  void identityHashesAndSeedsAreDeterministic() throws Exception {
    List<Exploration> explorations =
        Shapes.HASHED.stream()
            .flatMap(
                design ->
                    Stream.of("ExitAgainstGrowth", "CreateAgainstDelete", "TwoProcesses")
                        .map(Scenarios::named)
                        .map(scenario -> new Exploration(design, scenario, Set.of())))
            .toList();
    List<ExplorationResult> rows =
        new ExplorationRunner(
                folder,
                1,
                List.of(new ExplorationBudget(new Bound(1, 1), 400, 100, false)),
                Duration.ofMinutes(2),
                Deadline.none(),
                ClassPaths.with(folder, Shapes.HASHED.toArray(Design[]::new)))
            .run(explorations, ProgressListener.NONE);
    assertThat(rows)
        .hasSize(9)
        .allSatisfy(
            row -> {
              String name = row.design() + " " + row.scenario();
              assertThat(row.reason()).as(name).isEmpty();
              assertThat(row.status()).as(name).isEqualTo(RunStatus.RUN);
              assertThat(row.broken()).as(name).isEmpty();
            });
  }
}
