package org.ptstress.reports.ruler;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.ptstress.reports.gate.Verdict;
import org.ptstress.reports.paired.ForkScores;
import org.ptstress.reports.paired.Looks;
import org.ptstress.reports.paired.PairedWindow;

/** A way to decide whether code got slower, on the forks of a window. */
enum Rule {
  /** Ours, up to the confirmation of what it flags. */
  GATE("gate") {
    @Override
    Decision decide(List<ForkScores> baseline, List<ForkScores> candidate, double margin) {
      PairedWindow window = PairedWindow.of(baseline, candidate, margin, Looks.DEFAULT);
      return new Decision(
          window.verdict() == Verdict.REGRESSED,
          window.verdict() == Verdict.INCONCLUSIVE,
          window.pairs());
    }
  },
  /** The mean of all iterations is a tenth lower. */
  RATIO_OF_MEANS("ratio of means over 10 %") {
    @Override
    Decision decide(List<ForkScores> baseline, List<ForkScores> candidate, double margin) {
      return Decision.flat(
          mean(pooled(candidate)) < TENTH_LESS * mean(pooled(baseline)), baseline.size());
    }
  },
  /** JMH's 99.9 % intervals, over the iterations of all forks, do not meet. */
  DISJOINT_INTERVALS("disjoint JMH intervals") {
    @Override
    Decision decide(List<ForkScores> baseline, List<ForkScores> candidate, double margin) {
      double[] old = pooled(baseline);
      double[] young = pooled(candidate);
      return Decision.flat(
          mean(young) + halfWidth(young) < mean(old) - halfWidth(old), baseline.size());
    }
  },
  /** Mann and Whitney's test, at 5 % on both sides, over the iterations of all forks. */
  MANN_WHITNEY("Mann-Whitney on pooled iterations") {
    @Override
    Decision decide(List<ForkScores> baseline, List<ForkScores> candidate, double margin) {
      double probability =
          MannWhitneyUTest.withDefaults()
              .with(AlternativeHypothesis.LESS_THAN)
              .test(pooled(candidate), pooled(baseline))
              .getPValue();
      return Decision.flat(probability < ONE_SIDE, baseline.size());
    }
  };

  private static final double TENTH_LESS = 0.9;
  private static final double ONE_SIDE = 0.025;
  private static final double ONE_SIDE_OF_JMH = 0.0005;

  private final String label;

  Rule(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * What a rule says about a window.
   *
   * @param flagged whether it says that the candidate is slower
   * @param inconclusive whether it says that it cannot tell
   * @param pairs how many pairs it looked at
   */
  record Decision(boolean flagged, boolean inconclusive, int pairs) {
    /** That of a rule that always has an answer and always takes all pairs. */
    static Decision flat(boolean flagged, int pairs) {
      return new Decision(flagged, false, pairs);
    }
  }

  /** Decides; the forks of one place in both lists are a pair. */
  abstract Decision decide(List<ForkScores> baseline, List<ForkScores> candidate, double margin);

  private static double[] pooled(List<ForkScores> forks) {
    return forks.stream()
        .flatMap(fork -> fork.iterations().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double mean(double[] values) {
    return Mean.of(values).getAsDouble();
  }

  private static double halfWidth(double[] values) {
    return TDistribution.of(values.length - 1).inverseSurvivalProbability(ONE_SIDE_OF_JMH)
        * Math.sqrt(Variance.of(values).getAsDouble() / values.length);
  }
}
