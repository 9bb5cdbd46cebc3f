package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An effect and the independent noises that it carries.
 *
 * <p>The standard error is the root of the summed variances of the means. Its degrees of freedom
 * follow Welch and Satterthwaite: the noises need not be equal.
 *
 * @param effect the change on the log scale
 * @param weight the share of each noise in the effect: 1, or 1/k in a mean of k effects
 * @param noises one for each measurement in the effect
 */
record Contrast(double effect, double weight, List<Noise> noises) {

  Contrast {
    noises = List.copyOf(noises);
  }

  /** The mean of independent effects, which must have the same weight. */
  static Contrast mean(List<Contrast> contrasts) {
    double sum = 0;
    List<Noise> noises = new ArrayList<>();
    for (Contrast contrast : contrasts) {
      sum += contrast.effect;
      noises.addAll(contrast.noises);
    }
    int count = contrasts.size();
    return new Contrast(sum / count, contrasts.get(0).weight / count, noises);
  }

  /** The same change, seen from the other side. */
  Contrast negated() {
    return new Contrast(-effect, weight, noises);
  }

  /** The same effect and noise, if every measurement had so many forks. */
  Contrast withForks(int forks) {
    return new Contrast(
        effect, weight, noises.stream().map(noise -> noise.withForks(forks)).toList());
  }

  double standardError() {
    return weight * Math.sqrt(noises.stream().mapToDouble(Contrast::varianceOfMean).sum());
  }

  /** Welch and Satterthwaite's degrees of freedom, or the plain sum where there is no noise. */
  double degreesOfFreedom() {
    double sum = 0;
    double squares = 0;
    double plain = 0;
    for (Noise noise : noises) {
      double variance = varianceOfMean(noise);
      sum += variance;
      squares += variance * variance / noise.degreesOfFreedom();
      plain += noise.degreesOfFreedom();
    }
    return squares > 0 ? sum * sum / squares : plain;
  }

  /**
   * Half the width of an interval.
   *
   * @param tail the probability that may lie beyond either end
   */
  double halfWidth(double tail) {
    return standardError() * TDistribution.of(degreesOfFreedom()).inverseSurvivalProbability(tail);
  }

  Interval interval(double tail) {
    double half = halfWidth(tail);
    return new Interval(effect, effect - half, effect + half);
  }

  /** The probability of an effect so low or lower, if the true one were the limit. */
  double probabilityBelow(double limit) {
    double error = standardError();
    if (error == 0) {
      return effect < limit ? 0 : 1;
    }
    return TDistribution.of(degreesOfFreedom()).cumulativeProbability((effect - limit) / error);
  }

  private static double varianceOfMean(Noise noise) {
    return noise.variance() / noise.forks();
  }
}
