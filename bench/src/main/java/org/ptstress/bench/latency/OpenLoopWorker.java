package org.ptstress.bench.latency;

import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.ptstress.bench.host.CpuWait;

/**
 * One thread of an open-loop load: operations are due on a schedule that does not wait for them.
 * Latency runs from the time an operation was due to its completion, so an operation that stalls
 * also delays those that became due meanwhile, and they count (no coordinated omission).
 */
final class OpenLoopWorker implements Runnable {
  /**
   * Longer latencies count as this one; 60 s is far above the length of any run that is not stuck.
   */
  private static final long HIGHEST_NANOS = 60_000_000_000L;

  private static final int SIGNIFICANT_DIGITS = 3;

  private final BooleanSupplier operation;
  private final ArrivalSchedule schedule;
  private final Phases phases;
  private final SingleWriterRecorder recorder =
      new SingleWriterRecorder(1, HIGHEST_NANOS, SIGNIFICANT_DIGITS);
  private long failures;
  private long operations;
  private long late;
  private double cpuWait;

  /**
   * The phases of a load, as values of {@link System#nanoTime}.
   *
   * @param rushUntil until then operations follow each other without a pause, so that the JIT sees
   *     enough of them
   * @param measuredFrom what was due before is not recorded
   * @param loadUntil the last operation is due before this; the schedule starts at {@code
   *     rushUntil}
   * @param giveUpAt what has not started by then is recorded with the time that it has waited
   */
  record Phases(long rushUntil, long measuredFrom, long loadUntil, long giveUpAt) {}

  /**
   * Makes a worker.
   *
   * @param operation what to time; false means that it failed
   * @param schedule when
   * @param phases for how long
   */
  OpenLoopWorker(BooleanSupplier operation, ArrivalSchedule schedule, Phases phases) {
    this.operation = operation;
    this.schedule = schedule;
    this.phases = phases;
  }

  /**
   * Takes what was recorded since the last call; for one other thread, while this one runs or
   * after.
   */
  Histogram takeInterval() {
    return recorder.getIntervalHistogram();
  }

  /** The number of operations that failed; for other threads after {@link #run} has ended. */
  long failures() {
    return failures;
  }

  /** The number of operations of the schedule; for other threads after {@link #run} has ended. */
  long operations() {
    return operations;
  }

  /**
   * The number of operations that were not done when the load had ended; for other threads after
   * {@link #run} has ended.
   */
  long late() {
    return late;
  }

  /**
   * The part of its time for which the thread had no CPU though it could have run; for other
   * threads after {@link #run} has ended.
   */
  double cpuWait() {
    return cpuWait;
  }

  @Override
  public void run() {
    long waited = CpuWait.nanos();
    long start = System.nanoTime();
    serveAll();
    cpuWait = (double) (CpuWait.nanos() - waited) / (System.nanoTime() - start);
  }

  private void serveAll() {
    long now = System.nanoTime();
    while (now - phases.rushUntil < 0) {
      now = serve(now);
    }
    long index = 0;
    long due = phases.rushUntil + schedule.nanosOf(index);
    while (due - phases.loadUntil < 0) {
      if (now - phases.giveUpAt < 0) {
        // A worker that is behind takes the end of the last operation as the time.
        while (now - due < 0) {
          Thread.onSpinWait();
          now = System.nanoTime();
        }
        now = serve(due);
      } else {
        record(due, phases.giveUpAt);
      }
      if (now - phases.loadUntil > 0) {
        late++;
      }
      due = phases.rushUntil + schedule.nanosOf(++index);
    }
    operations = index;
  }

  /** Returns the time of completion. */
  private long serve(long due) {
    if (!operation.getAsBoolean()) {
      failures++;
    }
    long done = System.nanoTime();
    record(due, done);
    return done;
  }

  private void record(long due, long done) {
    if (due - phases.measuredFrom >= 0) {
      recorder.recordValue(Math.min(done - due, HIGHEST_NANOS));
    }
  }
}
