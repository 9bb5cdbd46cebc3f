package org.ptstress.reports.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden values from SciPy 1.17.1: numpy.median, and scipy.stats.wilcoxon with exact p-values. */
class PairedStatisticsTest {
  private static final double[] TEN = {
    -0.12, -0.05, 0.03, -0.18, -0.09, -0.22, 0.01, -0.07, -0.15, -0.11
  };
  private static final double[] TWENTY = {
    -0.08, -0.062, -0.096, -0.133, -0.107, -0.139, -0.076, 0.0, -0.11, -0.117,
    -0.051, -0.059, -0.074, -0.136, -0.082, -0.038, -0.161, -0.107, -0.194, -0.157
  };
  private static final double[] FIVE = {0.5, -1.25, 2.0, 3.5, -0.75};

  @Test
  void hodgesLehmannIsTheMedianOfWalshAverages() {
    assertThat(HodgesLehmann.of(TEN)).isCloseTo(-0.095, within(1e-12));
    assertThat(HodgesLehmann.of(FIVE)).isCloseTo(0.625, within(1e-12));
    assertThat(HodgesLehmann.of(new double[] {3})).isEqualTo(3);
  }

  @Test
  void oneWildValueBarelyMovesIt() {
    double[] wild = TEN.clone();
    wild[0] = -100;
    assertThat(HodgesLehmann.of(wild)).isCloseTo(HodgesLehmann.of(TEN), within(0.03));
  }

  @Test
  void signedRankIsExactAndOneSided() {
    assertThat(SignedRank.probabilityBelow(TEN, 0)).isCloseTo(0.0048828125, within(1e-12));
    assertThat(SignedRank.probabilityBelow(FIVE, 0)).isCloseTo(0.78125, within(1e-12));
    assertThat(SignedRank.probabilityAbove(FIVE, 0)).isCloseTo(0.3125, within(1e-12));
  }

  /** The fast way through counts gives what the plain way gives. */
  @Test
  void aResampleByCountsHasTheEstimateOfItsValues() {
    int[] counts = {0, 3, 1, 0, 2, 1, 0, 0, 2, 1};
    double[] resample = new double[TEN.length];
    int next = 0;
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i]; j++) {
        resample[next++] = TEN[i];
      }
    }
    assertThat(Bootstrap.of(TEN).estimate(counts))
        .isCloseTo(HodgesLehmann.of(resample), within(1e-12));
  }

  /**
   * Golden values from SciPy: scipy.stats.bootstrap of the median of Walsh averages, percentile
   * method, 400,000 resamples, moved away from the estimate by sqrt(n / (n - 1)). Ours has 4,000.
   */
  @ParameterizedTest
  @CsvSource({
    "0.025, -0.12057, -0.07748",
    "0.0151, -0.12211, -0.07543",
    "0.00390625, -0.12827, -0.06979",
  })
  void intervalsAreThoseOfSciPy(double tail, double low, double high) {
    assertThat(Bootstrap.interval(TWENTY, tail))
        .containsExactly(new double[] {low, high}, within(0.002));
  }

  @Test
  void theIntervalIsRepeatableAndHoldsTheEstimate() {
    double[] interval = Bootstrap.interval(TEN, 0.025);
    assertThat(interval).isEqualTo(Bootstrap.interval(TEN, 0.025));
    assertThat(HodgesLehmann.of(TEN)).isBetween(interval[0], interval[1]);
    assertThat(Bootstrap.interval(TEN, 0.005)[0]).isLessThan(interval[0]);
  }

  @Test
  void valuesWithoutSpreadHaveAnIntervalWithoutWidth() {
    double[] same = new double[6];
    Arrays.fill(same, -0.1);
    assertThat(Bootstrap.interval(same, 0.025)).containsExactly(-0.1, -0.1);
  }
}
