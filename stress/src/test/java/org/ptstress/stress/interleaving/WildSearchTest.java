package org.ptstress.stress.interleaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.scenario.Histories;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.wild.Pair;

/** Mistakes of public projects that take a history of several calls to be found. */
@Timeout(240)
class WildSearchTest {
  /** By number. */
  private static final Set<Integer> FOUND = Set.of(8, 12);

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void mistakeIsFoundAndItsCureIsNotAccused() throws Exception {
    List<Pair> pairs = Pair.ALL.stream().filter(pair -> FOUND.contains(pair.number())).toList();
    List<Search> searches =
        pairs.stream()
            .flatMap(
                pair ->
                    Stream.of(pair.faulty(), pair.cured())
                        .map(
                            design -> new Search(design, Histories.RECYCLE_AGAINST_FIND, Set.of())))
            .toList();
    List<InterleavingResult> rows =
        new SearchRunner(
                folder,
                1,
                new SearchBudget(80, 80),
                Duration.ofMinutes(2),
                Deadline.none(),
                ClassPaths.with(
                    folder, searches.stream().map(Search::design).toArray(Design[]::new)))
            .search(searches, true, (done, total, what) -> {});
    assertThat(rows).extracting(InterleavingResult::status).containsOnly(RunStatus.RUN);
    assertThat(rows.stream().filter(row -> !row.broken().isEmpty()))
        .extracting(InterleavingResult::design, row -> row.broken().get(0).claim())
        .containsExactlyInAnyOrder(
            tuple("RetiredOutOfOrder", Claim.NO_STALE_FIND),
            tuple("RecycledIsAbsent", Claim.NO_LOST_TIMER));
  }
}
