package org.ptstress.stress.interleaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ptstress.stress.interleaving.SearchRunnerTest.searches;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProcessTree;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.stress.support.FaultyDesign;

/** What does not run is said to be not run, with the reason, and costs the others nothing. */
class SearchFailuresTest {
  private static final SearchBudget SMALL = new SearchBudget(3, 3);

  @TempDir private Path folder;

  private List<InterleavingResult> search(
      Duration limit, Deadline deadline, String classPath, List<Search> searches) throws Exception {
    return new SearchRunner(folder, 1, SMALL, limit, deadline, classPath)
        .search(searches, false, (done, total, what) -> {});
  }

  /** The one row, which must not have run; returns why. */
  private static String reason(List<InterleavingResult> rows) {
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).status()).isEqualTo(RunStatus.NOT_RUN);
    return rows.get(0).reason();
  }

  private static List<Search> one(Design design, String search) {
    return searches(List.of(design), (unused, name) -> name.equals(search));
  }

  /** The searches of all follow each other in the same children. */
  @Test
  void designThatCrashesOrThrowsSpoilsOnlyItsOwnSearches() throws Exception {
    Design crashing = new FaultyDesign.Crashing();
    Design throwing = new FaultyDesign.Throwing();
    Set<String> chosen = Set.of("OneFreeId", "ExhaustedTable", "TwoProcesses");
    List<InterleavingResult> rows =
        search(
            Duration.ofMinutes(1),
            Deadline.none(),
            ClassPaths.with(folder, crashing, throwing),
            searches(
                List.of(crashing, throwing, Designs.named("GlobalIdr")),
                (design, name) -> chosen.contains(name)));
    assertThat(rows).hasSize(9);
    assertThat(rows.get(0).reason())
        .contains("status " + FaultyDesign.Crashing.STATUS)
        .contains("logs/search-0.log");
    assertThat(rows.get(1).reason()).contains("logs/search-1.log");
    assertThat(rows.get(2).reason()).contains("not tried", "2 searches");
    // Nothing but the call that threw: no interleaving in which all calls ended.
    assertThat(rows.subList(3, 6))
        .allSatisfy(
            row -> {
              assertThat(row.explored()).isZero();
              assertThat(row.broken())
                  .singleElement()
                  .satisfies(
                      broken -> {
                        assertThat(broken.claim()).isEqualTo(Claim.CALLS_END);
                        assertThat(broken.message()).contains("this insert always throws");
                      });
            });
    assertThat(rows.subList(0, 3))
        .extracting(InterleavingResult::status)
        .containsOnly(RunStatus.NOT_RUN);
    assertThat(rows.subList(6, 9))
        .extracting(InterleavingResult::status)
        .containsOnly(RunStatus.RUN);
    assertThat(folder.resolve("logs/search-2.log")).exists();
    assertThat(folder.resolve("logs/search-3.log")).doesNotExist();
  }

  @Test
  void searchThatHangsIsNotRunInBoundedTimeButWhatItHasShownStands() throws Exception {
    Design hanging = new HangingAfterwards();
    // A busy machine may take longer than the first limits until there is something to show.
    int limit = 6;
    List<InterleavingResult> rows = searchWithin(limit, hanging);
    while (rows.get(0).explored() == 0 && limit < 180) {
      limit *= 8;
      rows = searchWithin(limit, hanging);
    }
    assertThat(reason(rows)).contains("within " + limit + " s");
    assertThat(rows.get(0).explored()).isPositive();
    assertThat(rows.get(0).broken())
        .extracting(BrokenClaim::claim)
        .contains(Claim.VALID_IDS)
        .doesNotContain(Claim.UNIQUE_IDS);
  }

  private List<InterleavingResult> searchWithin(int seconds, Design design) throws Exception {
    return search(
        Duration.ofSeconds(seconds),
        Deadline.none(),
        ClassPaths.with(folder, design),
        one(design, "WrapAround"));
  }

  @Test
  void searchesWhoseChildIsKilledAreMadeAgain() throws Exception {
    List<InterleavingResult> rows =
        new SearchRunner(folder, 1, SMALL, Duration.ofMinutes(1), Deadline.none())
            .search(
                searches(
                    List.of(Designs.named("GlobalIdr")),
                    (design, name) -> Set.of("OneFreeId", "TwoProcesses").contains(name)),
                false,
                (done, all, what) -> {
                  if (done == 1) {
                    ProcessTree.killDescendants();
                  }
                });
    assertThat(rows).hasSize(2).extracting(InterleavingResult::reason).containsOnly("");
  }

  @Test
  void designThatTheChildDoesNotKnowIsNotRun() throws Exception {
    assertThat(
            reason(
                search(
                    Duration.ofMinutes(1),
                    Deadline.none(),
                    ChildJvm.classPath(),
                    one(new FaultyDesign.Throwing(), "OneFreeId"))))
        .contains("status 1");
  }

  @Test
  void searchesBehindTheDeadlineAreNotRun() throws Exception {
    assertThat(
            reason(
                search(
                    Duration.ofMinutes(1),
                    Deadline.in(Duration.ofMillis(200)),
                    ChildJvm.classPath(),
                    one(Designs.named("GlobalIdr"), "TwoProcesses"))))
        .isEqualTo(Deadline.OUT_OF_TIME);
  }
}
