package org.ptstress.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StolenTimeTest {
  @Test
  void isWhatInterruptsAndHypervisorTook() {
    assertThat(StolenTime.ofLine("cpu  16224 75726 9159 1069531 663 3 112 291 7 0"))
        .isEqualTo((3 + 112 + 291) * 10_000_000L);
    assertThat(StolenTime.ofLine("cpu 1 2 3 4")).isZero();
    assertThat(StolenTime.ofLine("")).isZero();
  }

  @Test
  void neverFalls() {
    long before = StolenTime.nanos();
    assertThat(StolenTime.nanos()).isGreaterThanOrEqualTo(before);
  }
}
