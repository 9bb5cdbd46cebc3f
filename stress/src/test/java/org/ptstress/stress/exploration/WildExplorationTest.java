package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.scenario.Histories;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.wild.Pair;
import org.ptstress.wild.RelinkingGrowth;

/**
 * Mistakes of public projects that take a history of several calls, and of which two take weak
 * memory, are found within one preemption and one stale read; a cure is not accused.
 */
class WildExplorationTest {
  /** By number. */
  private static final Set<Integer> FOUND = Set.of(6, 8, 11, 12, 16);

  private static final Set<Integer> CURED = Set.of(11, 16);

  @TempDir private Path folder;

  @Test
  void mistakesAreFoundAndCuresAreNotAccused() throws Exception {
    List<Exploration> explorations =
        Stream.concat(
                Stream.concat(
                        Pair.ALL.stream()
                            .filter(pair -> FOUND.contains(pair.number()))
                            .map(Pair::faulty),
                        Pair.ALL.stream()
                            .filter(pair -> CURED.contains(pair.number()))
                            .map(Pair::cured))
                    .map(design -> exploration(design, Histories.RECYCLE_AGAINST_FIND)),
                // Without their fences the cured chains broke NO_STALE_FIND here.
                Stream.<Design>of(new RelinkingGrowth.Faulty(), new RelinkingGrowth.Cured())
                    .map(design -> exploration(design, Scenarios.named("GrowthAgainstFind"))))
            .toList();
    List<ExplorationResult> rows =
        new ExplorationRunner(
                folder,
                1,
                List.of(new ExplorationBudget(new Bound(1, 1), 1_000_000, 0, false)),
                Duration.ofMinutes(2),
                Deadline.none(),
                ClassPaths.with(
                    folder, explorations.stream().map(Exploration::design).toArray(Design[]::new)))
            .run(explorations, ProgressListener.NONE);
    assertThat(rows)
        .extracting(ExplorationResult::status, ExplorationResult::reason)
        .containsOnly(tuple(RunStatus.RUN, ""));
    assertThat(rows)
        .filteredOn(row -> !row.broken().isEmpty())
        .extracting(
            ExplorationResult::design,
            row -> row.broken().get(0).claim(),
            row -> row.broken().get(0).weakMemory())
        .containsExactly(
            tuple("LateFence", Claim.NO_STALE_FIND, true),
            tuple("RetiredOutOfOrder", Claim.NO_STALE_FIND, false),
            tuple("RemovesBySlot", Claim.NO_LOST_TIMER, false),
            tuple("RecycledIsAbsent", Claim.NO_LOST_TIMER, false),
            tuple("SeqlockFences", Claim.NO_STALE_FIND, true),
            tuple("RelinkingGrowth", Claim.NO_LOST_TIMER, false));
  }

  private static Exploration exploration(Design design, Scenario scenario) {
    return new Exploration(design, scenario, Set.of());
  }
}
