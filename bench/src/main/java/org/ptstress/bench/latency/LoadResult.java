package org.ptstress.bench.latency;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The result of a load at one rate.
 *
 * @param step the load
 * @param intervals a histogram for each interval, in ns, with its start and end times
 * @param operations the number of operations that were due at the rate, the warm-up's second half
 *     included
 * @param late the number of operations that were not done when the load had ended
 * @param cpuWait the part of their time for which the threads had no CPU though they could have run
 */
record LoadResult(
    LoadStep step, List<Histogram> intervals, long operations, long late, double cpuWait) {
  /**
   * The threshold in per cent. Above its capacity a table falls behind by the excess, below it by
   * the operations under way. What is left over after a moment without a CPU is rarely this much.
   */
  private static final int SATURATED_FROM = 5;

  /** The share of waiting at which {@link #SATURATED_FROM} operations can fall due at the end. */
  private static final double STOLEN_FROM = SATURATED_FROM / 100.0;

  /** One of two threads that waits 10 ms for a CPU in a load of half a second: it moves p99.9. */
  private static final double DISTURBED_FROM = 0.01;

  LoadResult {
    intervals = List.copyOf(intervals);
  }

  /** Whether the operations could not keep up with the schedule. */
  boolean isSaturated() {
    return late * 100 >= operations * SATURATED_FROM;
  }

  /** Whether slow operations may be slow for want of a CPU. */
  boolean isDisturbed() {
    return cpuWait >= DISTURBED_FROM;
  }

  /** Whether it may be another process that kept the operations from keeping up. */
  boolean isStolen() {
    return isSaturated() && cpuWait >= STOLEN_FROM;
  }
}
