package org.ptstress.reports.ruler;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.ptstress.reports.paired.ForkScores;

/** Rules that are common, each on all pairs of a window and always with an answer. */
enum CommonRule implements Rule {
  /** The mean of all iterations is a tenth lower. */
  RATIO_OF_MEANS("ratio of means over 10 %") {
    @Override
    boolean flags(List<ForkScores> baseline, List<ForkScores> candidate) {
      return mean(pooled(candidate)) < TENTH_LESS * mean(pooled(baseline));
    }
  },
  /** JMH's 99.9 % intervals, over the iterations of all forks, do not meet. */
  DISJOINT_INTERVALS("disjoint JMH intervals") {
    @Override
    boolean flags(List<ForkScores> baseline, List<ForkScores> candidate) {
      double[] old = pooled(baseline);
      double[] young = pooled(candidate);
      return mean(young) + halfWidth(young) < mean(old) - halfWidth(old);
    }
  },
  /** Mann and Whitney's test, at 5 % on both sides, over the iterations of all forks. */
  MANN_WHITNEY("Mann-Whitney on pooled iterations") {
    @Override
    boolean flags(List<ForkScores> baseline, List<ForkScores> candidate) {
      double probability =
          MannWhitneyUTest.withDefaults()
              .with(AlternativeHypothesis.LESS_THAN)
              .test(pooled(candidate), pooled(baseline))
              .getPValue();
      return probability < ONE_SIDE;
    }
  };

  private static final double TENTH_LESS = 0.9;
  private static final double ONE_SIDE = 0.025;
  private static final double ONE_SIDE_OF_JMH = 0.0005;

  private final String label;

  CommonRule(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it says that the candidate is slower. */
  abstract boolean flags(List<ForkScores> baseline, List<ForkScores> candidate);

  @Override
  public Decision decide(Window window) {
    return new Decision(flags(window.old(), window.young()), false, Ruler.WINDOW);
  }

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
