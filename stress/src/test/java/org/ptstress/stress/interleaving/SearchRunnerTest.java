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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.support.ClassPaths;

/** Searches what is known to be found, and what is known to be absent, in one child. */
class SearchRunnerTest {
  private static final SearchBudget BUDGET = new SearchBudget(30, 300);

  private static final Set<String> SEARCHES =
      Set.of(
          "RcuHash/StaleSearchStart",
          "RcuHash/WrapDuringCreate",
          "BucketLockHash/WrapDuringCreate",
          "BucketLockHash/SteppedAroundSearch",
          "GlobalIdr/IdAllocation");

  @TempDir private static Path folder;

  private static final List<Long> PROGRESS = new ArrayList<>();
  private static Map<String, InterleavingResult> results = Map.of();

  @BeforeAll
  static void search() throws Exception {
    List<Design> designs =
        List.of(
            Designs.named("GlobalIdr"), Designs.named("RcuHash"), Designs.named("BucketLockHash"));
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
    assertThat(PROGRESS)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, SEARCHES.size()).boxed().toList());
  }

  /** A run folder's working files are deleted at its end. */
  @Test
  void whatLincheckLeavesIsInTheRunFolder() {
    assertThat(folder.resolve("work/temporary")).isDirectoryContaining("glob:**lincheck*.jar");
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
  void takingIdsOfTheIdrIsLinearizable() {
    assertThat(row("GlobalIdr/IdAllocation").broken()).isEmpty();
  }

  @Test
  void oneBrokenClaimOfADesignIsEnoughIfNoMoreIsWanted(@TempDir Path other) throws Exception {
    Design racy = new RacyIds();
    Set<String> chosen = Set.of("WrapDuringCreate", "SteppedAroundSearch", "IdAllocation");
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
              assertThat(broken.message()).contains("no order of the calls");
              assertThat(broken.interleaving()).contains("take(");
            });
  }

  /** Those searches of some designs that are chosen. */
  static List<Search> searches(List<Design> designs, BiPredicate<Design, String> chosen) {
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
