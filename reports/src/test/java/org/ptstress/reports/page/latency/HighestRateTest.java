package org.ptstress.reports.page.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.page.latency.HighestRate.Limit;

final class HighestRateTest {
  private static final double BELOW = 9_999_999;
  private static final double BOUND = 10_000_000;

  private static final Map<Long, Double> GOOD_CONTROL =
      Map.of(100L, BELOW, 200L, BELOW, 400L, BELOW);

  @Test
  void isTheLastBeforeTheTableBreaksTheBound() {
    assertHighest(Map.of(100L, BELOW, 200L, BELOW, 400L, BOUND), GOOD_CONTROL, 200, Limit.TABLE);
  }

  @Test
  void isNotLimitedByTheTableWhereTheControlBreaksTheBoundToo() {
    Map<Long, Double> control = Map.of(100L, BELOW, 200L, BELOW, 400L, BOUND);

    assertHighest(Map.of(100L, BELOW, 200L, BELOW, 400L, BOUND), control, 200, Limit.MACHINE);
    assertHighest(Map.of(100L, BELOW, 200L, BOUND, 400L, BOUND), control, 100, Limit.TABLE);
  }

  @Test
  void isNotLimitedByTheTableWhereTheControlGaveUpBefore() {
    assertHighest(Map.of(100L, BELOW, 200L, BOUND), Map.of(100L, BELOW), 100, Limit.MACHINE);
  }

  @Test
  void isNotLimitedByTheTableWhereOtherProcessesHadTheCpus() {
    TreeMap<Long, Double> tails = new TreeMap<>(Map.of(100L, BELOW, 200L, BOUND, 400L, BOUND));

    assertThat(HighestRate.of(tails, Set.of(200L), GOOD_CONTROL))
        .isEqualTo(new HighestRate(100, Limit.MACHINE));
    assertThat(HighestRate.of(tails, Set.of(100L, 400L), GOOD_CONTROL))
        .isEqualTo(new HighestRate(100, Limit.TABLE));
    assertThat(HighestRate.of(tails, Set.of(200L), Map.of()))
        .isEqualTo(new HighestRate(100, Limit.MACHINE));
  }

  @Test
  void isAtLeastTheHighestThatWasMeasured() {
    assertHighest(Map.of(100L, BELOW, 200L, BELOW), GOOD_CONTROL, 200, Limit.SWEEP);
  }

  @Test
  void passesOverALowerRateAtWhichSomethingElseHadTheCpus() {
    assertHighest(Map.of(100L, BOUND, 200L, BELOW, 400L, BOUND), GOOD_CONTROL, 200, Limit.TABLE);
  }

  @Test
  void isNoneIfTheLowestBreaksTheBound() {
    assertHighest(Map.of(100L, BOUND, 200L, BOUND), GOOD_CONTROL, 0, Limit.TABLE);
    assertHighest(Map.of(100L, BOUND, 200L, BOUND), Map.of(100L, BOUND), 0, Limit.MACHINE);
  }

  @Test
  void blamesTheTableWithoutAControl() {
    assertHighest(Map.of(100L, BELOW, 200L, BOUND), Map.of(), 100, Limit.TABLE);
  }

  @Test
  void saysItInAWord() {
    assertThat(new HighestRate(1_600_000, Limit.TABLE).text()).isEqualTo("1.6 M");
    assertThat(new HighestRate(1_600_000, Limit.MACHINE).text()).isEqualTo("≥ 1.6 M, machine");
    assertThat(new HighestRate(12_800_000, Limit.SWEEP).text()).isEqualTo("≥ 12.8 M");
    assertThat(new HighestRate(0, Limit.TABLE).text()).isEqualTo("none");
    assertThat(new HighestRate(0, Limit.MACHINE).text()).isEqualTo("machine");
  }

  private static void assertHighest(
      Map<Long, Double> tails, Map<Long, Double> control, long rate, Limit limit) {
    assertThat(HighestRate.of(new TreeMap<>(tails), Set.of(), control))
        .isEqualTo(new HighestRate(rate, limit));
  }
}
