package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden values from SciPy 1.17.1: numpy.median, and scipy.stats.wilcoxon with exact p-values; the
 * ends of intervals are where its p-value crosses the tail, by bisection.
 */
class WalshAveragesTest {
  private static final double[] TEN = {
    -0.12, -0.05, 0.03, -0.18, -0.09, -0.22, 0.01, -0.07, -0.15, -0.11
  };
  private static final double[] TWENTY = {
    -0.08, -0.062, -0.096, -0.133, -0.107, -0.139, -0.076, 0.0, -0.11, -0.117,
    -0.051, -0.059, -0.074, -0.136, -0.082, -0.038, -0.161, -0.107, -0.194, -0.157
  };
  private static final double[] FIVE = {0.5, -1.25, 2.0, 3.5, -0.75};

  @Test
  void theCentreIsTheMedian() {
    assertThat(WalshAverages.of(TEN).centre()).isCloseTo(-0.095, within(1e-12));
    assertThat(WalshAverages.of(FIVE).centre()).isCloseTo(0.625, within(1e-12));
    assertThat(WalshAverages.of(3).centre()).isEqualTo(3);
  }

  @Test
  void oneWildValueBarelyMovesIt() {
    double[] wild = TEN.clone();
    wild[0] = -100;
    assertThat(WalshAverages.of(wild).centre())
        .isCloseTo(WalshAverages.of(TEN).centre(), within(0.03));
  }

  @Test
  void probabilitiesAreExactAndOneSided() {
    assertThat(WalshAverages.of(TEN).probabilityBelow(0)).isCloseTo(0.0048828125, within(1e-12));
    assertThat(WalshAverages.of(FIVE).probabilityBelow(0)).isCloseTo(0.78125, within(1e-12));
    assertThat(WalshAverages.of(FIVE).probabilityAbove(0)).isCloseTo(0.3125, within(1e-12));
    assertThat(WalshAverages.of(TWENTY).probabilityBelow(-0.05))
        .isCloseTo(0.0001049041748046875, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "0.025, -0.1215, -0.0775",
    "0.0151, -0.123, -0.074",
    "0.00390625, -0.133, -0.0675",
  })
  void intervalsAreThoseOfSciPy(double tail, double low, double high) {
    Interval interval = WalshAverages.of(TWENTY).interval(tail);
    assertThat(interval.low()).isCloseTo(low, within(1e-12));
    assertThat(interval.high()).isCloseTo(high, within(1e-12));
  }

  /** The ends are where the test turns, at every tail. */
  @Test
  void theIntervalIsTheDualOfTheTest() {
    Random random = new Random(1945);
    for (int size = 8; size < 40; size++) {
      WalshAverages averages =
          WalshAverages.of(random.doubles(size).map(each -> each - 0.4).toArray());
      for (StoppingRule.Look look : StoppingRule.DEFAULT.all()) {
        Interval interval = averages.interval(look.share());
        assertThat(averages.probabilityBelow(Math.nextUp(interval.high())))
            .isLessThanOrEqualTo(look.share());
        assertThat(averages.probabilityBelow(interval.high())).isGreaterThan(look.share());
        assertThat(averages.probabilityAbove(Math.nextDown(interval.low())))
            .isLessThanOrEqualTo(look.share());
        assertThat(averages.probabilityAbove(interval.low())).isGreaterThan(look.share());
      }
    }
  }

  @Test
  void eightDifferencesAreTheFewestForTheFirstLook() {
    double tail = StoppingRule.DEFAULT.all().get(0).share();
    assertThat(WalshAverages.of(Arrays.copyOf(TEN, 7)).hasInterval(tail)).isFalse();
    Interval interval = WalshAverages.of(Arrays.copyOf(TEN, 8)).interval(tail);
    assertThat(interval.low()).isEqualTo(-0.22);
    assertThat(interval.high()).isEqualTo(0.03);
    assertThat(WalshAverages.of().hasInterval(0.5)).isFalse();
  }

  @Test
  void valuesWithoutSpreadHaveAnIntervalWithoutWidth() {
    double[] same = new double[6];
    Arrays.fill(same, -0.1);
    assertThat(WalshAverages.of(same).interval(0.025)).isEqualTo(new Interval(-0.1, -0.1, -0.1));
  }
}
