package org.ptstress.stress.interleaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ptstress.stress.interleaving.SearchRunnerTest.searches;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.stress.process.ChildJvm;
import org.ptstress.stress.process.Deadline;
import org.ptstress.stress.result.InterleavingResult;
import org.ptstress.stress.result.RunStatus;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.stress.support.FaultyDesign;

/** What does not run is said to be not run, with the reason, and costs the others nothing. */
@Timeout(240)
class SearchFailuresTest {
  private static final SearchBudget SMALL = new SearchBudget(3, 3);

  /** The searches of all follow each other in the same children. */
  @Test
  void designThatCrashesOrThrowsSpoilsOnlyItsOwnSearches(@TempDir Path other) throws Exception {
    Design crashing = new FaultyDesign.Crashing();
    Design throwing = new FaultyDesign.Throwing();
    Set<String> chosen = Set.of("OneFreeId", "ExhaustedTable", "TwoProcesses");
    List<InterleavingResult> rows =
        new SearchRunner(
                other,
                1,
                SMALL,
                Duration.ofMinutes(1),
                Deadline.none(),
                ClassPaths.with(other, crashing, throwing))
            .search(
                searches(
                    List.of(crashing, throwing, Designs.named("GlobalIdr")),
                    (design, name) -> chosen.contains(name)),
                false,
                (done, total, what) -> {});
    assertThat(rows).hasSize(9);
    assertThat(rows.get(0).reason())
        .contains("status " + FaultyDesign.Crashing.STATUS)
        .contains("logs/search-0.log");
    assertThat(rows.get(1).reason()).contains("logs/search-1.log");
    assertThat(rows.get(2).reason()).contains("not tried", "2 searches");
    assertThat(rows.subList(3, 6))
        .extracting(InterleavingResult::reason)
        .containsOnly("it threw java.lang.IllegalStateException: this insert always throws");
    assertThat(rows.subList(0, 6))
        .extracting(InterleavingResult::status)
        .containsOnly(RunStatus.NOT_RUN);
    assertThat(rows.subList(6, 9))
        .extracting(InterleavingResult::status)
        .containsOnly(RunStatus.RUN);
    assertThat(other.resolve("logs/search-2.log")).exists();
    assertThat(other.resolve("logs/search-3.log")).doesNotExist();
  }

  @Test
  void searchThatHangsIsNotRunInBoundedTime(@TempDir Path other) throws Exception {
    Design hanging = new FaultyDesign.Hanging();
    List<InterleavingResult> rows =
        new SearchRunner(
                other,
                1,
                SMALL,
                Duration.ofSeconds(3),
                Deadline.none(),
                ClassPaths.with(other, hanging))
            .search(
                searches(List.of(hanging), (design, name) -> name.equals("OneFreeId")),
                false,
                (done, total, what) -> {});
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).contains("within 3 s");
            });
  }

  @Test
  void designThatTheChildDoesNotKnowIsNotRun(@TempDir Path other) throws Exception {
    List<InterleavingResult> rows =
        new SearchRunner(
                other, 1, SMALL, Duration.ofMinutes(1), Deadline.none(), ChildJvm.classPath())
            .search(
                searches(
                    List.of(new FaultyDesign.Throwing()),
                    (design, name) -> name.equals("OneFreeId")),
                false,
                (done, total, what) -> {});
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).contains("status 1");
            });
  }

  @Test
  void searchesBehindTheDeadlineAreNotRun(@TempDir Path other) throws Exception {
    List<InterleavingResult> rows =
        new SearchRunner(
                other, 1, SMALL, Duration.ofMinutes(1), Deadline.in(Duration.ofMillis(200)))
            .search(
                searches(
                    List.of(Designs.named("GlobalIdr")),
                    (design, name) -> name.equals("TwoProcesses")),
                false,
                (done, total, what) -> {});
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).isEqualTo(Deadline.OUT_OF_TIME);
            });
  }
}
