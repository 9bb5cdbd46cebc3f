package org.ptstress.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class OpenLoopTest {
  private static final int ATTEMPTS = 40;
  private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final LoadStep step = BriefLoads.load();

  /**
   * Coordinated omission would hide it: timed from its actual start, only one operation is slow.
   */
  @Test
  void countsTheOperationsThatBecameDueDuringAStall() {
    StallsOnce operation = new StallsOnce();
    long start = System.nanoTime();
    OpenLoopWorker worker =
        new OpenLoopWorker(
            operation,
            new ArrivalSchedule(100_000, 0),
            new OpenLoopWorker.Phases(
                start, start, start + 10 * STALL_NANOS, start + TimeUnit.HOURS.toNanos(1)));
    worker.run();
    Histogram all = worker.takeInterval();

    // 2,000 operations become due in 20 ms; half of them wait for 10 ms or more.
    long waited = all.getCountBetweenValues(STALL_NANOS / 2, all.getHighestTrackableValue());
    assertThat(operation.slow).isBetween(1, 50);
    assertThat(waited).isGreaterThan(900);
    assertThat(all.getMaxValue()).isGreaterThan(STALL_NANOS * 95 / 100);
  }

  /** Of several attempts: a load gives up after twice its time, so half a second can end it. */
  @Test
  void keepsTheRate() throws InterruptedException {
    LoadResult result = new OpenLoop(step).run(thread -> () -> true);
    for (int attempt = 1; attempt < ATTEMPTS && result.operations() < 23_000; attempt++) {
      result = new OpenLoop(step).run(thread -> () -> true);
    }

    assertThat(result.intervals()).hasSize(2);
    // Half the warm-up and both intervals: 230 ms.
    assertThat(result.operations()).isEqualTo(23_000);
    // Of both intervals, also where a machine with other work ends the warm-up late.
    assertThat(sum(result.intervals()).getTotalCount()).isEqualTo(20_000);
  }

  @Test
  void recordsTheWaitsOfOperationsThatNeverStart() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    BooleanSupplier slow =
        () -> {
          calls.incrementAndGet();
          spin(TimeUnit.MILLISECONDS.toNanos(1));
          return true;
        };

    LoadResult result = new OpenLoop(step).run(thread -> slow);
    Histogram all = sum(result.intervals());

    assertThat(result.isSaturated()).isTrue();
    // Of one operation a millisecond, 230 at most are done in time.
    assertThat(result.late()).isGreaterThan(22_700);
    assertThat(all.getTotalCount()).isEqualTo(20_000);
    assertThat(all.getValueAtPercentile(50)).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(150));
    // It gives up after twice its time, of which each call takes a millisecond or more.
    assertThat(calls.get()).isLessThan(1_000);
  }

  @Test
  void refusesALoadWithFailures() {
    assertThatThrownBy(() -> new OpenLoop(step).run(thread -> () -> false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("operations failed");
  }

  @Test
  void handsOnWhatAnOperationThrows() {
    BooleanSupplier broken =
        () -> {
          throw new UnsupportedOperationException("broken");
        };

    assertThatThrownBy(() -> new OpenLoop(step).run(thread -> broken))
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
    /** Of 20,000, however late the thread begins. */
    private static final int STALL_AT = 9_000;

    private int calls;
    private int slow;

    @Override
    public boolean getAsBoolean() {
      long start = System.nanoTime();
      if (++calls == STALL_AT) {
        spin(STALL_NANOS);
      }
      if (System.nanoTime() - start > STALL_NANOS / 2) {
        slow++;
      }
      return true;
    }
  }
}
