package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Promise;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProcessTree;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.stress.outside.Honest;
import org.ptstress.stress.outside.ThrowsWhenLarge;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.stress.support.FaultyDesign;
import org.ptstress.stress.verdict.Judge;

class ChecksTest {
  private static final ProgressListener NOBODY = (done, total, what) -> {};

  private static final List<Claim> DECIDED_BY_CHECKS =
      List.of(
          Claim.SEQUENTIAL_IDS,
          Claim.REJECTS_OUT_OF_RANGE,
          Claim.EVEN_BUCKETS,
          Claim.NO_LEAK_ON_EXIT,
          Claim.EXACT_RESTORE,
          Claim.RESTORABLE_IDS);

  /** What the checks of each design of the catalogue say: they take a second each. */
  private static final Map<String, List<CheckResult>> RESULTS = new ConcurrentHashMap<>();

  private static List<CheckResult> checks(Design design) {
    return RESULTS.computeIfAbsent(design.name(), name -> Checks.of(design));
  }

  static Stream<Arguments> designsAndClaims() {
    return Designs.all().stream()
        .flatMap(design -> DECIDED_BY_CHECKS.stream().map(claim -> arguments(design, claim)));
  }

  @ParameterizedTest
  @MethodSource("designsAndClaims")
  void checksAloneConfirmThePromise(Design design, Claim claim) {
    Promise promise = design.promises().on(claim);
    EvidenceFiles files =
        new EvidenceFiles(List.of(), List.of(), checks(design), List.of(), List.of());
    VerdictRow row = Judge.judge(design.name(), promise, files.about(design.name(), promise));
    assertThat(row.verdict())
        .as("%s %s is %s: %s", design.name(), claim, promise.expectation(), row.reason())
        .isEqualTo(Verdict.CONFIRMED);
  }

  /** So a folder without one of them has lost it. */
  @ParameterizedTest
  @MethodSource("designs")
  void everyPlannedCheckHasARowOfEachOfItsClaims(Design design) {
    Set<String> rows =
        checks(design).stream()
            .map(row -> row.check() + " " + row.claim())
            .collect(Collectors.toSet());
    assertThat(Checks.planned(design))
        .allSatisfy(
            check ->
                assertThat(check.claims())
                    .allSatisfy(claim -> assertThat(rows).contains(check.name() + " " + claim)));
  }

  static List<Design> designs() {
    return Stream.concat(
            Designs.all().stream(),
            Stream.of(new FaultyDesign.Throwing(), new Honest(), new ThrowsWhenLarge()))
        .toList();
  }

  @Test
  void hashOfTheRfcUses30Of512Buckets() {
    List<CheckResult> spread = spread("RfcHash");
    assertThat(spread).extracting(CheckResult::held).containsExactly(false, false);
    assertThat(spread.get(0).detail()).contains("30 of 512 buckets");
  }

  @Test
  void hashOf310PutsIdsFarApartIntoAQuarterOfTheBucketsAndThatOf47DoesNot() {
    List<CheckResult> until46 = spread("RcuHash");
    assertThat(until46).extracting(CheckResult::held).containsExactly(true, false);
    assertThat(until46.get(1).detail()).contains("128 of 512 buckets");
    List<CheckResult> since47 = spread("RcuHash47");
    assertThat(since47).extracting(CheckResult::held).containsExactly(true, true);
    assertThat(since47.get(1).detail()).contains("512 of 512 buckets");
  }

  private static List<CheckResult> spread(String design) {
    return checks(Designs.named(design)).stream()
        .filter(row -> row.claim() == Claim.EVEN_BUCKETS)
        .toList();
  }

  @Test
  void callThatThrowsBreaksCallsEndAndSaysNothingElse() {
    List<CheckResult> rows = Checks.of(new FaultyDesign.Throwing());
    assertThat(rows)
        .filteredOn(row -> row.claim() == Claim.CALLS_END)
        .extracting(CheckResult::check)
        .contains("LastFreeId", "RestoreTwice", BucketSpread.NAME, Contention.NAME);
    assertThat(rows)
        .filteredOn(row -> row.claim() == Claim.CALLS_END)
        .allSatisfy(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.RUN);
              assertThat(row.held()).isFalse();
              assertThat(row.detail()).contains("this insert always throws", "FaultyDesign");
            });
    assertNotRun(
        rows.stream().filter(row -> row.claim() != Claim.CALLS_END).toList(),
        "this insert always throws");
  }

  @Test
  void designThatHangsIsNotRun() {
    List<CheckResult> rows = new ArrayList<>();
    try {
      Checks.run(
          new FaultyDesign.Hanging(), Duration.ofMillis(100), (check, ended) -> rows.addAll(ended));
    } finally {
      FaultyDesign.Hanging.release();
    }
    assertNotRun(rows, "");
    assertThat(rows.get(0).reason()).contains("did not end within");
    assertThat(rows.get(rows.size() - 1).reason()).contains("not tried", "hung in two checks");
  }

  @Test
  void designThatEndsItsJvmLosesOnlyItsOwnChecks(@TempDir Path folder) throws Exception {
    Design crashing = new FaultyDesign.Crashing();
    Design good = Designs.named("GlobalIdr");
    List<CheckResult> rows =
        new CheckRunner(
                folder,
                1,
                Duration.ofMinutes(1),
                Deadline.none(),
                ClassPaths.with(folder, crashing))
            .check(List.of(crashing, good), NOBODY);
    assertNotRun(
        rows.stream().filter(row -> row.design().equals(crashing.name())).toList(),
        "its JVM ended with status " + FaultyDesign.Crashing.STATUS + "; see logs/checks-Crashing");
    assertThat(rows)
        .filteredOn(row -> row.design().equals("GlobalIdr"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.status()).isEqualTo(RunStatus.RUN));
  }

  @Test
  void checksWhoseChildIsKilledAreMadeAgain(@TempDir Path folder) throws Exception {
    List<CheckResult> rows =
        new CheckRunner(folder, 1, Duration.ofMinutes(1), Deadline.none())
            .check(
                List.of(Designs.named("GlobalIdr")),
                (done, all, what) -> {
                  if (done == 1) {
                    ProcessTree.killDescendants();
                  }
                });
    assertThat(rows).isNotEmpty().extracting(CheckResult::reason).containsOnly("");
  }

  /** The row of each check is there, as if nothing had been printed, and nothing stays behind. */
  @Test
  void designThatPrintsResultsNeitherForgesNorLosesOne(@TempDir Path folder) throws Exception {
    Design printing = new FaultyDesign.Printing();
    List<CheckResult> rows =
        new CheckRunner(
                folder,
                1,
                Duration.ofMinutes(1),
                Deadline.none(),
                ClassPaths.with(folder, printing))
            .check(List.of(printing), NOBODY);
    assertThat(rows).isNotEmpty().extracting(CheckResult::status).containsOnly(RunStatus.RUN);
    assertThat(rows)
        .extracting(CheckResult::check)
        .containsSubsequence(
            Checks.planned(printing).stream()
                .map(Checks.Check::name)
                // It says nothing of a table that shows no buckets.
                .filter(name -> !name.equals(BucketSpread.NAME))
                .toList());
    assertThat(folder.resolve("logs/checks-Printing.log"))
        .content()
        .contains("bytes of output are left out")
        .hasSizeLessThan(2 << 20);
  }

  @Test
  void designThatEndsItsJvmAsIfAllWereWellIsNotRun(@TempDir Path folder) throws Exception {
    Design exiting = new FaultyDesign.Exiting();
    List<CheckResult> rows =
        new CheckRunner(
                folder, 1, Duration.ofMinutes(1), Deadline.none(), ClassPaths.with(folder, exiting))
            .check(List.of(exiting), NOBODY);
    assertNotRun(rows, "its JVM ended with status 0");
  }

  @Test
  void checksBehindTheDeadlineAreNotRun(@TempDir Path folder) throws Exception {
    Deadline over = Deadline.in(Duration.ZERO);
    List<CheckResult> rows =
        new CheckRunner(folder, 2, Duration.ofMinutes(1), over)
            .check(List.of(Designs.named("BucketLockHash")), NOBODY);
    assertNotRun(rows, Deadline.OUT_OF_TIME);
  }

  private static void assertNotRun(List<CheckResult> rows, String reason) {
    assertThat(rows).extracting(CheckResult::claim).containsAll(DECIDED_BY_CHECKS);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).contains(reason);
              assertThat(row.held()).isFalse();
              assertThat(row.samples()).isZero();
            });
  }

  /** How long a check takes differs, and how much is done by the one that is given a time. */
  private static CheckResult whatDoesNotDependOnTime(CheckResult row) {
    boolean timed = row.check().equals(Contention.NAME);
    return new CheckResult(
        row.design(),
        row.check(),
        row.claim(),
        row.status(),
        row.reason(),
        row.held(),
        timed ? 0 : row.samples(),
        timed ? "" : row.detail(),
        0.0);
  }

  @Test
  void childFindsWhatThisJvmFinds(@TempDir Path folder) throws Exception {
    Design design = Designs.named("RcuHash");
    List<CheckResult> ofChild =
        new CheckRunner(folder, 2, Duration.ofMinutes(1), Deadline.none())
            .check(List.of(design), NOBODY);
    assertThat(ofChild)
        .isNotEmpty()
        .extracting(ChecksTest::whatDoesNotDependOnTime)
        .isEqualTo(Checks.of(design).stream().map(ChecksTest::whatDoesNotDependOnTime).toList());
    assertThat(folder.resolve("logs/checks-RcuHash.log")).isEmptyFile();
  }
}
