package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void agreesWithHolmsProcedureByHand() {
    // In order: 5 x 0.005, 4 x 0.01, 3 x 0.03, 2 x 0.04 (raised to the one before), 1 x 0.5.
    assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005, 0.5}))
        .containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.5}, within(1e-12));
  }

  /** Golden values: statsmodels 0.15.0, multipletests(p, method="holm"). */
  @Test
  void agreesWithAnotherImplementation() {
    double[] probabilities = {
      0.0001, 0.0409, 0.0049, 0.0041, 0.0264, 0.0333, 0.0298, 0.0262, 0.0091, 0.5719
    };
    assertThat(Holm.adjust(probabilities))
        .containsExactly(
            new double[] {
              0.001, 0.1572, 0.0392, 0.0369, 0.1572, 0.1572, 0.1572, 0.1572, 0.0637, 0.5719
            },
            within(1e-12));
  }

  @Test
  void neverExceedsOne() {
    assertThat(Holm.adjust(new double[] {0.6, 0.7})).containsExactly(1, 1);
  }

  @Test
  void leavesASingleProbabilityAlone() {
    assertThat(Holm.adjust(new double[] {0.03})).containsExactly(0.03);
  }

  @Test
  void hasNothingToSayAboutNothing() {
    assertThat(Holm.adjust(new double[0])).isEmpty();
  }
}
