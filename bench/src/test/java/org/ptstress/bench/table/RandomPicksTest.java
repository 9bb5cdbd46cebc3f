package org.ptstress.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RandomPicksTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 512, 65_535, 65_536, 65_537})
  void picksExistingTimersInARingOfAPowerOfTwo(int timers) {
    int[] picks = RandomPicks.of(timers, 0);

    assertThat(Integer.bitCount(picks.length)).isEqualTo(1);
    assertThat(picks.length).isGreaterThanOrEqualTo(timers);
    assertThat(Arrays.stream(picks).boxed()).allMatch(pick -> pick >= 0 && pick < timers);
    assertThat(Arrays.stream(picks).distinct().count()).isGreaterThan(timers / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 65_536})
  void isTheSameForAThreadAndDiffersBetweenThreads(int timers) {
    assertThat(RandomPicks.of(timers, 0))
        .isEqualTo(RandomPicks.of(timers, 0))
        .isNotEqualTo(RandomPicks.of(timers, 1));
  }
}
