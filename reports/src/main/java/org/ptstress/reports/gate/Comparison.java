package org.ptstress.reports.gate;

import java.util.List;
import org.ptstress.run.result.Row;

/**
 * One question to the data, before it is judged.
 *
 * @param row what is in question; without parameters if it is a mean over them
 * @param overParams whether it is the mean over all parameters
 * @param baselineRatio the speed over the yardstick's in the baseline
 * @param candidateRatio the same in the candidate
 * @param baselineForks the fewest forks behind a score in the baseline
 * @param candidateForks the same in the candidate
 * @param stolenForks how many forks are no samples, because they did not have their CPUs
 * @param yardstickShift the change of the yardstick's own scores on the log scale, not a ratio
 * @param contrasts the effects that must agree for a verdict; empty when there are too few forks.
 *     One for a design, one for each other design when the yardstick itself is in question
 */
record Comparison(
    Row row,
    boolean overParams,
    double baselineRatio,
    double candidateRatio,
    int baselineForks,
    int candidateForks,
    int stolenForks,
    double yardstickShift,
    List<Contrast> contrasts) {

  Comparison {
    contrasts = List.copyOf(contrasts);
  }

  boolean isJudgeable() {
    return !contrasts.isEmpty();
  }

  /** The hull of all intervals: beyond a margin only when every one of them is. */
  Interval interval(double tail) {
    double effect = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Contrast contrast : contrasts) {
      Interval interval = contrast.interval(tail);
      effect += interval.effect() / contrasts.size();
      low = Math.min(low, interval.low());
      high = Math.max(high, interval.high());
    }
    return new Interval(effect, low, high);
  }

  /** The largest probability of all effects: Berger's intersection-union test, 1982. */
  double probabilityBelow(double limit) {
    return contrasts.stream()
        .mapToDouble(contrast -> contrast.probabilityBelow(limit))
        .max()
        .orElse(1);
  }
}
