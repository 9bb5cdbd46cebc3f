package org.ptstress.reports.page.latency;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ptstress.reports.page.element.Format;

/**
 * The highest rate at which p99.9 is below {@link #BOUND_NANOS}, and what keeps it from being
 * higher.
 *
 * <p>A lower rate at which p99.9 is not below it does not count against a table: what sustains a
 * rate sustains half of it, so something else had the CPUs then.
 *
 * @param rate arrivals per second, 0 if p99.9 is below the bound at none
 * @param limit why there is no higher one
 */
record HighestRate(long rate, Limit limit) {
  /**
   * Between what the machine does and what a queue does. At a rate that a table does not sustain
   * the queue grows for as long as the load goes on, and p99.9 gets to tens of milliseconds within
   * one. At others it is some 100 ns, and what is seen above is the machine's: on two shared CPUs
   * the control shows 1 to 5 ms, the time slices of other processes.
   */
  static final long BOUND_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** The limit of the rates at which p99.9 is below the bound. */
  enum Limit {
    /** The next rate breaks it with all CPUs, and the control does not. */
    TABLE,
    /** The next rate breaks it in the control too, or it lost its CPUs: harness or machine. */
    MACHINE,
    /** There was no higher rate. */
    SWEEP
  }

  /**
   * Finds it.
   *
   * @param tails p99.9 in ns by rate
   * @param disturbed the rates at which other processes had the CPUs for a part of the time
   * @param ofControl the same of the control; empty if there is none, and then only a disturbed
   *     rate is not the table's limit
   */
  static HighestRate of(
      NavigableMap<Long, Double> tails, Set<Long> disturbed, Map<Long, Double> ofControl) {
    long highest =
        tails.entrySet().stream()
            .filter(entry -> isBelow(entry.getValue()))
            .mapToLong(Map.Entry::getKey)
            .max()
            .orElse(0);
    Long next = tails.higherKey(highest);
    if (next == null) {
      return new HighestRate(highest, Limit.SWEEP);
    }
    // A rate that the control lacks was saturated, or lost its CPUs, with no table at all.
    boolean machine =
        disturbed.contains(next)
            || (!ofControl.isEmpty() && !isBelow(ofControl.getOrDefault(next, Double.MAX_VALUE)));
    return new HighestRate(highest, machine ? Limit.MACHINE : Limit.TABLE);
  }

  static boolean isBelow(double nanos) {
    return nanos < (double) BOUND_NANOS;
  }

  /** For a table: the rate with its limit. */
  String text() {
    String number = rate == 0 ? "none" : Format.tick((double) rate);
    return switch (limit) {
      case TABLE -> number;
      case MACHINE -> rate == 0 ? "machine" : "\u2265 " + number + ", machine";
      case SWEEP -> "\u2265 " + number;
    };
  }
}
