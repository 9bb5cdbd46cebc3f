package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class OpenLoopTest {
  private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final LatencyBudget budget = Budgets.latency();

  /**
   * Coordinated omission would hide it: timed from its actual start, only one operation is slow.
   */
  @Test
  void countsTheOperationsThatBecameDueDuringAStall() throws InterruptedException {
    StallsOnce operation = new StallsOnce(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200));

    Histogram all = sum(new OpenLoop(budget).run(thread -> operation));

    // 2,000 operations become due in 20 ms; half of them wait for 10 ms or more.
    long waited = all.getCountBetweenValues(STALL_NANOS / 2, all.getHighestTrackableValue());
    assertThat(operation.slow).isBetween(1, 50);
    assertThat(waited).isGreaterThan(900);
    assertThat(all.getMaxValue()).isGreaterThan(STALL_NANOS * 95 / 100);
  }

  @Test
  void keepsTheRate() throws InterruptedException {
    List<Histogram> intervals = new OpenLoop(budget).run(thread -> () -> true);

    assertThat(intervals).hasSize(2);
    assertThat(sum(intervals).getTotalCount()).isBetween(15_000L, 25_000L);
  }

  @Test
  void recordsTheWaitsOfOperationsThatNeverStart() throws InterruptedException {
    BooleanSupplier slow =
        () -> {
          spin(TimeUnit.MILLISECONDS.toNanos(1));
          return true;
        };

    long start = System.nanoTime();
    Histogram all = sum(new OpenLoop(budget).run(thread -> slow));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

    assertThat(all.getTotalCount()).isGreaterThan(18_000);
    assertThat(all.getValueAtPercentile(50)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(150));
    assertThat(millis).isLessThan(2_000);
  }

  @Test
  void refusesALoadWithFailures() {
    assertThatThrownBy(() -> new OpenLoop(budget).run(thread -> () -> false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("operations failed");
  }

  @Test
  void handsOnWhatAnOperationThrows() {
    BooleanSupplier broken =
        () -> {
          throw new UnsupportedOperationException("broken");
        };

    assertThatThrownBy(() -> new OpenLoop(budget).run(thread -> broken))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("broken");
  }

  private static Histogram sum(List<Histogram> intervals) {
    Histogram sum = intervals.get(0).copy();
    intervals.stream().skip(1).forEach(sum::add);
    return sum;
  }

  private static void spin(long nanos) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }

  /** Does nothing, except once, and times itself from its actual start. */
  private static final class StallsOnce implements BooleanSupplier {
    private final long stallAt;
    private boolean stalled;
    private int slow;

    StallsOnce(long stallAt) {
      this.stallAt = stallAt;
    }

    @Override
    public boolean getAsBoolean() {
      long start = System.nanoTime();
      if (!stalled && start - stallAt > 0) {
        stalled = true;
        spin(STALL_NANOS);
      }
      if (System.nanoTime() - start > STALL_NANOS / 2) {
        slow++;
      }
      return true;
    }
  }
}
