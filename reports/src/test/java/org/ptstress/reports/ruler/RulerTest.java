package org.ptstress.reports.ruler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.gate.Margins;
import org.ptstress.reports.paired.ForkScores;
import org.ptstress.run.result.Row;

class RulerTest {
  private static final Margins MARGINS = new Margins(0.05, 0.15);

  private static final Random RANDOM = new Random(2012);
  private static final int ROUNDS = 50;
  private static final Rounds FIND = rounds("find", 1);
  private static final Rounds PAIRS = rounds("pairs", 2);
  private static List<RulerRow> rows = List.of();

  private static Rounds rounds(String method, int threads) {
    return new Rounds(new Row("org.example.B." + method, "A", 0, threads));
  }

  @BeforeAll
  static void measure() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      FIND.measure(RulerTest::fork);
      PAIRS.measure(RulerTest::fork);
    }
    rows = new Ruler(List.of(FIND, PAIRS), MARGINS).rows();
  }

  /** Forks differ by three per cent, and their iterations by half a per cent. */
  private static ForkScores fork(Slot slot) {
    double score = Math.exp(0.03 * RANDOM.nextGaussian()) / (1 + slot.percent() / 100.0);
    List<Double> iterations = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      iterations.add(1e6 * score * Math.exp(0.005 * RANDOM.nextGaussian()));
    }
    return new ForkScores(iterations, 1, true);
  }

  private static RulerRow row(Rounds of, String rule, int percent) {
    return rows.stream()
        .filter(row -> row.benchmark().equals(of.subject().toString()))
        .filter(row -> row.rule().equals(rule) && row.slowdownPercent() == percent)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theGateNeitherCriesWolfNorSleeps() {
    assertThat(rows).hasSize(2 * 4 * 4);
    RulerRow same = row(FIND, "gate", 0);
    assertThat(same.verdicts()).isEqualTo(2 * ROUNDS);
    assertThat(same.flagged()).isZero();
    assertThat(same.low()).isZero();
    assertThat(same.high()).isBetween(0.05, 0.8);
    assertThat(row(FIND, "gate", 20).flagged()).isEqualTo(ROUNDS);
    assertThat(row(FIND, "gate", 5).inconclusive()).isPositive();
    assertThat(FIND.slowdown(Slot.SAME)).isBetween(-0.02, 0.02);
    assertThat(FIND.slowdown(Slot.TWENTY)).isBetween(0.17, 0.23);
  }

  /** Two rows: eight pairs cannot reach what Holm asks for, and what is flagged is confirmed. */
  @Test
  void theGateIsTheWholeGate() {
    assertThat(row(FIND, "gate", 20).pairs()).isBetween(12 + 8, 2 * Ruler.WINDOW);
  }

  /** At two threads the margin is 15 per cent. */
  @Test
  void everyBenchmarkHasItsMargin() {
    assertThat(row(FIND, "gate", 10).flagged()).isGreaterThan(40);
    assertThat(row(PAIRS, "gate", 10).flagged()).isZero();
  }

  /** What is known of rules that take iterations for samples. */
  @Test
  void testsOnPooledIterationsCryWolf() {
    assertThat(row(FIND, "Mann-Whitney on pooled iterations", 0).flagged())
        .isGreaterThan(row(FIND, "gate", 0).flagged());
    assertThat(row(FIND, "ratio of means over 10 %", 5).flagged()).isZero();
  }

  @Test
  void roundsAlternateTheirOrder() throws Exception {
    List<Slot> order = new ArrayList<>();
    Rounds rounds = rounds("find", 1);
    for (int i = 0; i < 2; i++) {
      rounds.measure(
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
    Rounds rounds = rounds("find", 1);
    rounds.measure(slot -> new ForkScores(List.of(1.0), 1, slot != Slot.TEN));
    assertThat(rounds.count()).isZero();
    assertThat(rounds.spoilt()).isOne();
    assertThat(new Ruler(List.of(rounds), MARGINS).rows()).isEmpty();
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
