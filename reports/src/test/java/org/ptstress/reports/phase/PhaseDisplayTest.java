package org.ptstress.reports.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a log shows: tests have no terminal. */
class PhaseDisplayTest {
  private final StringWriter log = new StringWriter();
  private long now = TimeUnit.HOURS.toNanos(-1);

  private PhaseDisplay.Bar start() {
    return new PhaseDisplay(new PrintWriter(log), () -> now).start("rounds");
  }

  private void pass(long seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }

  @Test
  void aShortPhaseShowsItsQuarters() {
    try (PhaseDisplay.Bar bar = start()) {
      for (int done = 0; done <= 100; done += 5) {
        bar.at(done, 100, "rounds");
        pass(1);
      }
      bar.complete();
    }
    assertThat(log.toString().lines())
        .containsExactly(
            "rounds         25 %, about 15 s left",
            "rounds         50 %, about 10 s left",
            "rounds         75 %, about 5 s left",
            "rounds        done in 21.0 s");
  }

  @Test
  void aLongPhaseShowsTheMinutesThatBringSomething() {
    try (PhaseDisplay.Bar bar = start()) {
      for (int done : new int[] {1, 2, 3, 3, 3, 3, 4}) {
        pass(30);
        bar.at(done, 100, "rounds");
      }
      bar.complete();
    }
    assertThat(log.toString().lines())
        .containsExactly(
            "rounds          2 %, about 2940 s left",
            "rounds          3 %, about 3880 s left",
            "rounds          4 %, about 5040 s left",
            "rounds        done in 210.0 s");
  }

  @Test
  void aPhaseThatIsInterruptedIsNotDone() {
    try (PhaseDisplay.Bar bar = start()) {
      bar.at(1, 100, "rounds");
      pass(3);
    }
    assertThat(log.toString().lines()).containsExactly("rounds        stopped after 3.0 s");
  }
}
