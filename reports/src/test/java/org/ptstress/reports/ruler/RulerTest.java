package org.ptstress.reports.ruler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.paired.ForkScores;

class RulerTest {
  private static final double MARGIN = 0.05;

  private final Random random = new Random(2012);
  private final Ruler ruler = new Ruler(MARGIN);
  private List<RulerRow> rows = List.of();

  /** Forks differ by 4 per cent, and their iterations by half a per cent. */
  private ForkScores fork(Slot slot) {
    double score = Math.exp(0.04 * random.nextGaussian()) / (1 + slot.percent() / 100.0);
    List<Double> iterations = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      iterations.add(1e6 * score * Math.exp(0.005 * random.nextGaussian()));
    }
    return new ForkScores(iterations, 1, true);
  }

  private void measure() throws Exception {
    for (int i = 0; i < 70; i++) {
      ruler.measure(this::fork);
    }
    rows = ruler.rows("b");
  }

  private RulerRow row(String rule, int percent) {
    return rows.stream()
        .filter(row -> row.rule().equals(rule) && row.slowdownPercent() == percent)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theGateNeitherCriesWolfNorSleeps() throws Exception {
    measure();
    assertThat(row("gate", 0).verdicts()).isEqualTo(2 * 51);
    assertThat(row("gate", 0).flagged()).isZero();
    assertThat(row("gate", 20).flagged()).isEqualTo(51);
    assertThat(row("gate", 5).flagged() + row("gate", 5).inconclusive()).isPositive();
    assertThat(row("gate", 0).low()).isZero();
    assertThat(ruler.slowdown(Slot.SAME)).isBetween(-0.02, 0.02);
    assertThat(ruler.slowdown(Slot.TWENTY)).isBetween(0.17, 0.23);
    assertThat(row("gate", 0).high()).isBetween(0.05, 0.8);
  }

  /** What is known of rules that take iterations for samples. */
  @Test
  void testsOnPooledIterationsCryWolf() throws Exception {
    measure();
    assertThat(row("Mann-Whitney on pooled iterations", 0).flagged())
        .isGreaterThan(row("gate", 0).flagged());
    assertThat(row("ratio of means over 10 %", 5).flagged()).isZero();
  }

  @Test
  void roundsAlternateTheirOrder() throws Exception {
    List<Slot> order = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ruler.measure(
          slot -> {
            order.add(slot);
            return fork(slot);
          });
    }
    assertThat(order.subList(0, 5)).containsExactly(Slot.values());
    assertThat(order.subList(5, 10))
        .containsExactly(Slot.TWENTY, Slot.TEN, Slot.SAME, Slot.BASE, Slot.FIVE);
  }

  @Test
  void roundsWithoutTheirCpusDoNotCount() throws Exception {
    ruler.measure(slot -> new ForkScores(List.of(1.0), 1, slot != Slot.TEN));
    assertThat(ruler.rounds()).isZero();
    assertThat(ruler.spoilt()).isOne();
    assertThat(ruler.rows("b")).isEmpty();
  }

  /** Golden values: scipy.stats.binomtest(k, n).proportion_ci(method="exact"). */
  @Test
  void intervalsOfRatesAreThoseOfClopperAndPearson() {
    assertThat(Rate.of(0, 10).low()).isZero();
    assertThat(Rate.of(0, 10).high()).isCloseTo(0.3084971, within(1e-6));
    assertThat(Rate.of(3, 20).low()).isCloseTo(0.0320709, within(1e-6));
    assertThat(Rate.of(3, 20).high()).isCloseTo(0.3789268, within(1e-6));
    assertThat(Rate.of(10, 10).low()).isCloseTo(0.6915029, within(1e-6));
    assertThat(Rate.of(10, 10).high()).isEqualTo(1);
  }
}
