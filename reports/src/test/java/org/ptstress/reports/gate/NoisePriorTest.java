package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden values from NumPy and SciPy's digamma and polygamma. */
class NoisePriorTest {
  @Test
  void rowsThatAgreeGetTheLargestWeight() {
    NoisePrior prior = NoisePrior.fit(samples(.001, .002, .0015, .003, .0008, .0012, .0025, .0018));

    assertThat(prior.degreesOfFreedom()).isEqualTo(NoisePrior.MAX_WEIGHT);
    assertThat(prior.variance()).isCloseTo(0.0028144747721414107, within(1e-12));
  }

  @Test
  void rowsThatDisagreeGetLittleWeight() {
    // Disagreement 4.09, between trigamma(1/2) = 4.93 and trigamma(1) = 1.64.
    NoisePrior prior = NoisePrior.fit(samples(.001, .02, .0002, .3, .0008, .0012, .025, .0018));

    assertThat(prior.degreesOfFreedom()).isEqualTo(1);
    assertThat(prior.variance()).isCloseTo(0.006918543919832479, within(1e-12));
  }

  @Test
  void rowsThatContradictEachOtherGetNone() {
    NoisePrior prior = NoisePrior.fit(samples(1e-6, .1, 1e-6, .1, 1e-6, .1, 1e-6, .1));

    assertThat(prior.degreesOfFreedom()).isZero();
  }

  @Test
  void fewRowsHaveNoPrior() {
    assertThat(NoisePrior.fit(samples(.001, .001, .001))).isEqualTo(NoisePrior.NONE);
    assertThat(NoisePrior.fit(samples(0, 0, 0, 0, 0, 0, 0, 0))).isEqualTo(NoisePrior.NONE);
  }

  @Test
  void variancesAreDrawnTowardsTheTypicalOne() {
    Noise noise = new NoisePrior(4, 0.001).moderate(new ForkSample(3, 0.004));

    assertThat(noise.variance()).isCloseTo((2 * 0.004 + 4 * 0.001) / 6, within(1e-15));
    assertThat(noise.degreesOfFreedom()).isEqualTo(6);
  }

  private static List<ForkSample> samples(double... variances) {
    return Arrays.stream(variances).mapToObj(variance -> new ForkSample(3, variance)).toList();
  }
}
