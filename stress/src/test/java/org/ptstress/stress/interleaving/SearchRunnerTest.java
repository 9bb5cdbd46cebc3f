package org.ptstress.stress.interleaving;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.stress.process.ChildJvm;
import org.ptstress.stress.process.Deadline;
import org.ptstress.stress.result.BrokenClaim;
import org.ptstress.stress.result.InterleavingResult;
import org.ptstress.stress.result.RunStatus;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.stress.support.FaultyDesign;

/** Searches what is known to be found, and what is known to be absent, in one child. */
@Timeout(240)
class SearchRunnerTest {
  private static final SearchBudget BUDGET = new SearchBudget(30, 300);

  private static final SearchBudget SMALL = new SearchBudget(3, 3);

  private static final Set<String> SEARCHES =
      Set.of(
          "RcuHash/StaleSearchStart",
          "RcuHash/WrapDuringCreate",
          "RcuHash/FindDuringCreate",
          "BucketLockHash/WrapDuringCreate",
          "BucketLockHash/SteppedAroundSearch",
          "RfcHash/FindDuringCreate",
          "GlobalIdr/IdAllocation");

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private static Path folder;

  private static final List<Long> PROGRESS = new ArrayList<>();
  private static Map<String, InterleavingResult> results = Map.of();

  @BeforeAll
  static void search() throws Exception {
    List<Design> designs =
        List.of(
            Designs.named("GlobalIdr"),
            Designs.named("RcuHash"),
            Designs.named("BucketLockHash"),
            Designs.named("RfcHash"));
    results =
        byName(
            new SearchRunner(folder, 2, BUDGET, Duration.ofMinutes(2), Deadline.none())
                .search(
                    searches(
                        designs, (design, name) -> SEARCHES.contains(design.name() + "/" + name)),
                    false,
                    (done, total, what) -> PROGRESS.add(done)));
  }

  @Test
  void everySearchRanAndReportedItsProgress() {
    assertThat(results.keySet()).isEqualTo(SEARCHES);
    assertThat(results.values())
        .allSatisfy(
            row -> {
              assertThat(row.reason()).isEmpty();
              assertThat(row.status()).isEqualTo(RunStatus.RUN);
              assertThat(row.explored()).isPositive();
            });
    assertThat(PROGRESS).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void staleStartOf310GivesAFalseEagainWithItsInterleaving() {
    BrokenClaim broken = broken("RcuHash/StaleSearchStart", Claim.EAGAIN_ONLY_WHEN_FULL);
    assertThat(broken.message()).contains("EAGAIN").contains("breaks EAGAIN_ONLY_WHEN_FULL");
    assertThat(broken.interleaving())
        .contains("Thread 1")
        .contains("actor0")
        .contains("actor1")
        .contains("switch")
        .doesNotContain("Detailed trace");
  }

  @Test
  void timerWithoutIdentityOf310GivesAnIdTwice() {
    assertThat(broken("RcuHash/WrapDuringCreate", Claim.UNIQUE_IDS).interleaving()).isNotBlank();
  }

  @Test
  void identityAtInsertionKeepsIdsUnique() {
    assertThat(row("BucketLockHash/WrapDuringCreate").broken()).isEmpty();
    assertThat(row("BucketLockHash/WrapDuringCreate").explored())
        .isGreaterThanOrEqualTo(BUDGET.each());
  }

  @Test
  void searchOf615CanBeSteppedAround() {
    assertThat(
            broken("BucketLockHash/SteppedAroundSearch", Claim.EAGAIN_ONLY_WHEN_FULL)
                .interleaving())
        .isNotBlank();
  }

  @Test
  void lookupOfTheRfcWaitsForAStalledCreator() {
    assertThat(broken("RfcHash/FindDuringCreate", Claim.FIND_WITHOUT_LOCK).message())
        .contains("waits");
  }

  @Test
  void lookupUnderRcuWaitsForNobody() {
    assertThat(row("RcuHash/FindDuringCreate").broken()).isEmpty();
  }

  @Test
  void takingIdsOfTheIdrIsLinearizable() {
    assertThat(row("GlobalIdr/IdAllocation").broken()).isEmpty();
  }

  @Test
  void oneBrokenClaimOfADesignIsEnoughIfNoMoreIsWanted(@TempDir Path other) throws Exception {
    Design racy = new RacyIds();
    Set<String> chosen = Set.of("WrapDuringCreate", "FindDuringCreate", "IdAllocation");
    List<InterleavingResult> rows =
        new SearchRunner(
                other,
                1,
                new SearchBudget(200, 200),
                Duration.ofMinutes(1),
                Deadline.none(),
                ClassPaths.with(other, racy))
            .search(
                Stream.concat(
                        searches(
                            List.of(Designs.named("RfcHash")),
                            (design, name) -> chosen.contains(name))
                            .stream(),
                        searches(List.of(racy), (design, name) -> name.equals("IdAllocation"))
                            .stream())
                    .toList(),
                true,
                (done, total, what) -> {});
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).broken()).isNotEmpty();
    assertThat(rows.get(1).status()).isEqualTo(RunStatus.NOT_RUN);
    assertThat(rows.get(1).reason()).contains("already broken");
    // Taking ids without a lock is not linearizable.
    assertThat(rows.get(2).broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.message()).contains("No order of the calls");
              assertThat(broken.interleaving()).contains("take(");
            });
  }

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

  private static List<Search> searches(List<Design> designs, BiPredicate<Design, String> chosen) {
    return designs.stream()
        .flatMap(Search::of)
        .filter(search -> chosen.test(search.design(), search.name()))
        .toList();
  }

  private static BrokenClaim broken(String search, Claim claim) {
    assertThat(row(search).broken()).extracting(BrokenClaim::claim).contains(claim);
    return row(search).broken().stream()
        .filter(broken -> broken.claim() == claim)
        .findFirst()
        .orElseThrow();
  }

  private static InterleavingResult row(String search) {
    return requireNonNull(results.get(search), search);
  }

  private static Map<String, InterleavingResult> byName(List<InterleavingResult> rows) {
    return rows.stream()
        .collect(Collectors.toMap(row -> row.design() + "/" + row.scenario(), Function.identity()));
  }
}
