package org.ptstress.reports.page.element;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void aSmallRatioIsNotNothing() {
    assertThat(Format.ratio(0.0036123)).isEqualTo("0.0036×");
    assertThat(Format.ratio(0.0314)).isEqualTo("0.03×");
    assertThat(Format.ratio(0)).isEqualTo("0×");
  }

  @Test
  void namesAreListed() {
    assertThat(Format.list(List.of("A"))).isEqualTo("A");
    assertThat(Format.list(List.of("A", "B"))).isEqualTo("A and B");
    assertThat(Format.list(List.of("A", "B", "C"))).isEqualTo("A, B and C");
  }

  @Test
  void numbersHaveThreeDigits() {
    assertThat(Format.compact(61_234_567.0)).isEqualTo("61.2 M");
    assertThat(Format.compact(999_600.0)).isEqualTo("1 M");
    assertThat(Format.compact(7.4e6)).isEqualTo("7.40 M");
    assertThat(Format.compact(-23.0)).isEqualTo("-23.0");
    assertThat(Format.compact(0.0)).isEqualTo("0");
    assertThat(Format.compact(99_999L)).isEqualTo("99,999");
    assertThat(Format.compact(1_234_567L)).isEqualTo("1.23 M");
    assertThat(Format.compact(List.of(61.2e6, 7.4e6))).isEqualTo("61.2, 7.40 M");
    assertThat(Format.ratio(0.3149)).isEqualTo("0.31×");
  }

  @Test
  void ticksHaveNoNeedlessZeros() {
    assertThat(Format.tick(80e6)).isEqualTo("80 M");
    assertThat(Format.tick(2.5e6)).isEqualTo("2.5 M");
    assertThat(Format.tick(500)).isEqualTo("500");
    assertThat(Format.tickNanos(10e3)).isEqualTo("10 µs");
  }

  @Test
  void durationsHaveTheirUnit() {
    assertThat(Format.nanos(95)).isEqualTo("95.0 ns");
    assertThat(Format.nanos(999.9)).isEqualTo("1 µs");
    assertThat(Format.nanos(1.25e6)).isEqualTo("1.25 ms");
    assertThat(Format.nanos(3e9)).isEqualTo("3 s");
    assertThat(Format.duration(12.34)).isEqualTo("12.3 s");
    assertThat(Format.duration(252)).isEqualTo("4 min 12 s");
    assertThat(Format.duration(7260)).isEqualTo("2 h 01 min");
  }

  @Test
  void rareSharesAreOneInHowMany() {
    assertThat(Format.share(0, 10)).isEqualTo("0");
    assertThat(Format.share(1, 4)).isEqualTo("25.0 %");
    assertThat(Format.share(3, 30_000)).isEqualTo("1 in 10,000");
    assertThat(Format.scientific(3.0 / 1_234_567)).isEqualTo("2.4e-6");
  }

  @Test
  void nounsFollowTheirNumber() {
    assertThat(Format.count(1, "witness")).isEqualTo("1 witness");
    assertThat(Format.count(2, "witness")).isEqualTo("2 witnesses");
    assertThat(Format.count(1_500, "sample")).isEqualTo("1,500 samples");
  }
}
