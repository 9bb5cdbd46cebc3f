package org.ptstress.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrivalScheduleTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 100_000, 1_600_000, 3_000_000, 6_400_000, 10_000_000})
  void keepsTheRateAndNeverGoesBack(int perSecond) {
    ArrivalSchedule schedule = new ArrivalSchedule(perSecond, 1);

    long before = 0;
    for (int i = 0; i < 20_000; i++) {
      long due = schedule.nanosOf(i);
      long onTime = (long) (i * (1e9 / perSecond));
      assertThat(due).isBetween(onTime, onTime + 500_000_000L / perSecond);
      assertThat(due).isGreaterThanOrEqualTo(before);
      before = due;
    }
  }

  @Test
  void staysExactForAsLongAsALoadCanTake() {
    ArrivalSchedule schedule = new ArrivalSchedule(ArrivalSchedule.HIGHEST_RATE, 1);
    long hours = 10;
    long index = hours * 3_600 * ArrivalSchedule.HIGHEST_RATE;

    assertThat(schedule.nanosOf(index) - hours * 3_600_000_000_000L).isBetween(0L, 50L);
  }

  @Test
  void spreadsTheArrivalsOfTwoThreadsAtTheHighestRate() {
    ArrivalSchedule one = new ArrivalSchedule(ArrivalSchedule.HIGHEST_RATE, 0);
    ArrivalSchedule other = new ArrivalSchedule(ArrivalSchedule.HIGHEST_RATE, 1);

    int together = 0;
    for (int i = 0; i < 10_000; i++) {
      if (one.nanosOf(i) == other.nanosOf(i)) {
        together++;
      }
    }
    assertThat(together).isBetween(1, 500);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 10_000_001})
  void refusesOtherRates(int perSecond) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArrivalSchedule(perSecond, 0))
        .withMessage("A thread has 1 to 10000000 arrivals a second, not " + perSecond + ".");
  }
}
