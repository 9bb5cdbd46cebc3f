package org.ptstress.stress.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jcstress.infra.Status;

class ForkEndTest {
  private static final Duration LIMIT = Duration.ofMillis(7_120);

  @Test
  void samplesAreANormalEnd() {
    assertThat(ForkEnd.of(LIMIT, true, 0, samples()))
        .isEqualTo(new ForkEnd(ForkEnd.Kind.NORMAL, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "API_MISMATCH, FAILED, missing", // T3
    "TIMEOUT_ERROR, HUNG, did not end in time",
    "VM_ERROR, FAILED, crashed",
    "TEST_ERROR, FAILED, threw",
    "CHECK_TEST_ERROR, FAILED, threw"
  })
  void everyOtherStatusIsAReason(Status status, ForkEnd.Kind kind, String reason) {
    ForkEnd end = ForkEnd.of(LIMIT, true, 0, new RaceSamples(status, Map.of(), List.of()));
    assertThat(end.kind()).isEqualTo(kind);
    assertThat(end.reason()).contains(reason);
  }

  @Test
  void normalEndWithoutSamplesFails() {
    ForkEnd end = ForkEnd.of(LIMIT, true, 0, new RaceSamples(Status.NORMAL, Map.of(), List.of()));
    assertThat(end).isEqualTo(new ForkEnd(ForkEnd.Kind.FAILED, "a JVM produced no samples"));
  }

  @Test
  void samplesOfAJvmThatCrashesAfterwardsDoNotCount() {
    ForkEnd end = ForkEnd.of(LIMIT, true, 134, samples());
    assertThat(end).isEqualTo(new ForkEnd(ForkEnd.Kind.FAILED, "a JVM crashed with status 134"));
  }

  @Test
  void samplesOfAJvmThatHangsAfterwardsDoNotCount() {
    ForkEnd end = ForkEnd.of(LIMIT, false, 137, samples());
    assertThat(end).isEqualTo(new ForkEnd(ForkEnd.Kind.HUNG, "it did not end within 7 s"));
  }

  @Test
  void endWithoutAResultFails() {
    ForkEnd end = ForkEnd.of(LIMIT, true, 0, null);
    assertThat(end).isEqualTo(new ForkEnd(ForkEnd.Kind.FAILED, "a JVM ended without a result"));
  }

  private static RaceSamples samples() {
    return new RaceSamples(Status.NORMAL, Map.of("ok, EAGAIN, sound", 1L), List.of());
  }
}
