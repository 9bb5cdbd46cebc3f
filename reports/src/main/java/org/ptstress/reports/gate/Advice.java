package org.ptstress.reports.gate;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ptstress.reports.gate.SpeedJudge.Question;

/**
 * The slowdown that an open subject could have shown, and the pairs that would decide it if effect
 * and noise stayed as they are. The standardized signed-rank statistic rises with the root of the
 * number of pairs; it must pass, at the level that Holm leaves it.
 *
 * @param question the subject's pairs
 * @param interval what the last look showed
 * @param rule the looks that it had
 * @param family the number of subjects that were asked about together
 */
record Advice(Question question, Interval interval, StoppingRule rule, int family) {
  /** An estimate above this says only that it is hopeless. */
  private static final int MOST = 1_000;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** A clause for the row's detail. */
  @Override
  public String toString() {
    int pairs = question.logRatios().size();
    String seen =
        String.format(
            Locale.ROOT,
            "sees slowdowns from %.0f %%; ",
            -100 * Math.expm1(question.slowLimit() - interval.halfWidth()));
    if (pairs < rule.most()) {
      return seen + "only " + pairs + " of " + rule.most() + " pairs had the CPUs to themselves";
    }
    double needed = Math.max(pairs + 1, Math.ceil(needed()));
    return needed > MOST
        ? seen + "not decidable even with " + MOST + " pairs"
        : String.format(Locale.ROOT, "%sabout %.0f pairs would decide (--pairs)", seen, needed);
  }

  private double needed() {
    double slow = question.slowLimit();
    double fast = question.fastLimit();
    double share = rule.last().share();
    WalshAverages averages = question.averages();
    if (interval.effect() < slow) {
      return needed(averages.probabilityBelow(slow), share / family);
    }
    if (interval.effect() > fast) {
      return needed(averages.probabilityAbove(fast), share);
    }
    return Math.max(
        needed(averages.probabilityAbove(slow), share),
        needed(averages.probabilityBelow(fast), share));
  }

  /** The pairs at which a probability falls to a level. */
  private double needed(double probability, double level) {
    double now = NORMAL.inverseSurvivalProbability(probability);
    double factor = NORMAL.inverseSurvivalProbability(level) / now;
    return now <= 0 ? Double.POSITIVE_INFINITY : question.logRatios().size() * factor * factor;
  }
}
