package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.gate.SpeedJudge.Question;

class AdviceTest {
  private static final double NOISE = 0.02;

  /** So many pairs around an effect, as normal as can be. */
  private static Question question(int pairs, double effect) {
    List<Double> values =
        IntStream.range(0, pairs)
            .mapToObj(
                i ->
                    NormalDistribution.of(effect, NOISE)
                        .inverseCumulativeProbability((i + 0.5) / pairs))
            .toList();
    return new Question(values, 0.05);
  }

  private static String advice(int pairs, double effect, int family) {
    Question question = question(pairs, effect);
    Interval interval = question.averages().interval(StoppingRule.DEFAULT.last().share());
    return new Advice(question, interval, StoppingRule.DEFAULT, family).toString();
  }

  private static int needed(String advice) {
    return Integer.parseInt(advice.replaceAll(".*about (\\d+) pairs would decide.*", "$1"));
  }

  @Test
  void nearTheMarginItTakesManyAndFurtherAwayFew() {
    int near = needed(advice(20, -0.045, 1));
    assertThat(near).isBetween(40, 90);
    assertThat(needed(advice(20, -0.03, 1))).isEqualTo(21);
    assertThat(advice(20, -0.051, 1)).contains("not decidable even with 1000 pairs");
  }

  /** The interval is clear of the margin; Holm's correction is what is in the way. */
  @Test
  void amongManyRowsTheTestTakesMore() {
    assertThat(needed(advice(20, -0.066, 1))).isEqualTo(21);
    assertThat(needed(advice(20, -0.066, 400))).isBetween(25, 45);
  }

  @Test
  void whereForksLackedTheirCpusItSaysSo() {
    assertThat(advice(12, -0.045, 1)).endsWith("only 12 of 20 pairs had the CPUs to themselves");
  }

  @Test
  void itSaysWhatWouldHaveShown() {
    assertThat(advice(20, 0, 1)).startsWith("sees slowdowns from 6 %");
  }
}
