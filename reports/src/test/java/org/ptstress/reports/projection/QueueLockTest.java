package org.ptstress.reports.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueLockTest {
  /** Of a queue lock with a = 5000, s = 100 and a handoff of 100, worked out elsewhere. */
  @ParameterizedTest
  @CsvSource({"1, 0.98", "8, 7.76", "16, 15.12", "24, 21.26", "32, 24.46", "48, 25", "80, 25"})
  void agreesWithKnownValues(int cores, double working) {
    assertThat(new QueueLock(100, 100).working(cores, 5000)).isCloseTo(working, within(0.005));
  }

  /** P1 = 2 P0, P2 = P1 times the time that the first of two takes to leave: 1, or 2. */
  @ParameterizedTest
  @CsvSource({"0, 0.8", "1, 0.571428571"})
  void agreesWithTwoCoresByHand(double handoff, double working) {
    assertThat(new QueueLock(1, handoff).working(2, 1)).isCloseTo(working, within(1e-9));
  }

  @Test
  void oneCoreNeverWaits() {
    assertThat(new QueueLock(30, 1000).working(1, 70)).isCloseTo(0.7, within(1e-12));
  }

  @Test
  void withoutASectionAllWork() {
    assertThat(new QueueLock(0, 0).working(256, 70)).isEqualTo(256);
  }

  @Test
  void aLongSectionLetsOneThrough() {
    QueueLock lock = new QueueLock(1e6, 0);
    assertThat(lock.working(256, 1) / 1).isCloseTo(1e-6, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 20, 200})
  void moreCoresNeverWorkLess(double section) {
    double last = 0;
    for (int cores = 1; cores <= 256; cores++) {
      double working = new QueueLock(section, 0).working(cores, 500);
      assertThat(working).isGreaterThanOrEqualTo(last - 1e-9);
      assertThat(working).isLessThanOrEqualTo(cores);
      assertThat(new QueueLock(section + 10, 0).working(cores, 500)).isLessThan(working);
      assertThat(new QueueLock(section, 10).working(cores, 500)).isLessThanOrEqualTo(working);
      last = working;
    }
  }
}
