package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden values from SciPy 1.17.1: stats.t and stats.ttest_ind(equal_var=False) on logs. */
class ContrastTest {
  private static final List<Double> A = List.of(10.0, 11.0, 12.0);
  private static final List<Double> B = List.of(20.0, 22.0, 19.0, 21.0);
  private static final List<Double> C = List.of(9.0, 9.5, 10.1);
  private static final List<Double> D = List.of(20.5, 21.0, 19.8);

  @Test
  void fourSamplesAgreeWithWelchAndSatterthwaite() {
    Contrast contrast = new Contrast(0.1, 1, List.of(noise(A), noise(B), noise(C), noise(D)));

    assertThat(contrast.standardError()).isCloseTo(0.07189116179252994, within(1e-12));
    assertThat(contrast.degreesOfFreedom()).isCloseTo(5.530201287061793, within(1e-9));
    assertThat(contrast.halfWidth(0.025)).isCloseTo(0.17959808191402218, within(1e-9));
    Interval interval = contrast.interval(0.025);
    assertThat(interval.low()).isCloseTo(0.1 - 0.17959808191402218, within(1e-9));
    assertThat(interval.high()).isCloseTo(0.1 + 0.17959808191402218, within(1e-9));
  }

  @Test
  void twoSamplesAgreeWithWelchsTest() {
    double effect = meanLog(A) - meanLog(C);
    Contrast contrast = new Contrast(effect, 1, List.of(noise(A), noise(C)));

    assertThat(contrast.degreesOfFreedom()).isCloseTo(3.379919378149617, within(1e-9));
    assertThat(contrast.interval(0.025).low()).isCloseTo(-0.04479570742311553, within(1e-9));
    assertThat(contrast.interval(0.025).high()).isCloseTo(0.32768585128344196, within(1e-9));
    assertThat(contrast.probabilityBelow(0)).isCloseTo(0.9510364853666576, within(1e-9));
  }

  @Test
  void meanOfTwoEffectsHasARootOfTwoLessNoise() {
    Contrast one = new Contrast(0.1, 1, List.of(noise(A), noise(C)));
    Contrast mean = Contrast.mean(List.of(one, new Contrast(0.3, 1, one.noises())));

    assertThat(mean.effect()).isCloseTo(0.2, within(1e-12));
    assertThat(mean.standardError()).isCloseTo(one.standardError() / Math.sqrt(2), within(1e-12));
    assertThat(mean.degreesOfFreedom()).isCloseTo(2 * one.degreesOfFreedom(), within(1e-9));
  }

  @Test
  void noSpreadIsAPoint() {
    Contrast contrast = new Contrast(-0.2, 1, List.of(new Noise(3, 0, 2), new Noise(3, 0, 2)));

    assertThat(contrast.interval(0.025)).isEqualTo(new Interval(-0.2, -0.2, -0.2));
    assertThat(contrast.probabilityBelow(-0.1)).isZero();
    assertThat(contrast.probabilityBelow(-0.3)).isEqualTo(1);
  }

  @Test
  void moreForksNarrowTheInterval() {
    Contrast contrast = new Contrast(0.1, 1, List.of(noise(A), noise(C)));

    for (int forks = 2; forks < 100; forks++) {
      assertThat(contrast.withForks(forks + 1).halfWidth(0.025))
          .isLessThan(contrast.withForks(forks).halfWidth(0.025));
    }
  }

  private static Noise noise(List<Double> forks) {
    return NoisePrior.NONE.moderate(ForkSample.of(forks));
  }

  private static double meanLog(List<Double> values) {
    return values.stream().mapToDouble(Math::log).average().orElseThrow();
  }
}
