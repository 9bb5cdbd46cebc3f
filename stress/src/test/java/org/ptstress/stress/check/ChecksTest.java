package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Promise;
import org.ptstress.stress.result.CheckResult;
import org.ptstress.stress.result.RunStatus;
import org.ptstress.stress.result.Verdict;
import org.ptstress.stress.result.VerdictRow;
import org.ptstress.stress.support.FaultyDesign;
import org.ptstress.stress.verdict.EvidenceFiles;
import org.ptstress.stress.verdict.Judge;

@Timeout(120)
class ChecksTest {
  private static final List<Claim> DECIDED_BY_CHECKS =
      List.of(
          Claim.SEQUENTIAL_IDS,
          Claim.REJECTS_OUT_OF_RANGE,
          Claim.EVEN_BUCKETS,
          Claim.NO_LEAK_ON_EXIT,
          Claim.EXACT_RESTORE);

  static Stream<Arguments> designsAndClaims() {
    return Designs.all().stream()
        .flatMap(
            design -> {
              List<CheckResult> checks = Checks.of(design);
              return DECIDED_BY_CHECKS.stream().map(claim -> arguments(design, claim, checks));
            });
  }

  @ParameterizedTest
  @MethodSource("designsAndClaims")
  void checksAloneConfirmThePromise(Design design, Claim claim, List<CheckResult> checks) {
    Promise promise = design.promises().on(claim);
    EvidenceFiles files = new EvidenceFiles(List.of(), List.of(), checks);
    VerdictRow row = Judge.judge(design.name(), promise, files.about(design.name(), promise));
    assertThat(row.verdict())
        .as("%s %s is %s: %s", design.name(), claim, promise.expectation(), row.reason())
        .isEqualTo(Verdict.CONFIRMED);
  }

  @Test
  void hashOfTheRfcUses30Of512Buckets() {
    assertThat(Checks.of(Designs.named("RfcHash")))
        .filteredOn(row -> row.claim() == Claim.EVEN_BUCKETS)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.held()).isFalse();
              assertThat(row.detail()).contains("30 of 512 buckets");
            });
  }

  @Test
  void designThatThrowsIsNotRunWithTheException() {
    List<CheckResult> rows = Checks.of(new FaultyDesign.Throwing());
    assertNotRun(rows, "this insert always throws");
  }

  @Test
  void designThatHangsIsNotRun() {
    List<CheckResult> rows;
    try {
      rows = Checks.of(new FaultyDesign.Hanging(), Duration.ofMillis(100));
    } finally {
      FaultyDesign.Hanging.release();
    }
    assertNotRun(rows, "did not end within");
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

  @Test
  void childFindsWhatThisJvmFinds(@TempDir Path folder) throws Exception {
    Design design = Designs.named("RcuHash");
    assertThat(CheckRunner.check(folder, List.of(design), Duration.ofMinutes(1)))
        .isNotEmpty()
        .isEqualTo(Checks.of(design));
    assertThat(folder.resolve("logs/checks.log")).isNotEmptyFile();
  }
}
