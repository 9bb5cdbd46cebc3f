package org.ptstress.reports.gate;

import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * What all samples of a kind together say about the noise of one of them.
 *
 * <p>Three forks say little about their own spread. The many other rows of the runs say how noisy
 * forks are on the machine, so every variance is drawn towards their typical one, by a weight that
 * the agreement between the rows decides: Smyth, "Linear models and empirical Bayes methods", 2004.
 *
 * @param degreesOfFreedom the weight, a whole number from 0 (rows disagree) to {@link #MAX_WEIGHT}
 * @param variance the typical variance of the log of a fork's mean
 */
record NoisePrior(int degreesOfFreedom, double variance) {
  /** Never more weight than two samples of three forks: a noisy row must stay a noisy row. */
  static final int MAX_WEIGHT = 4;

  /** Below so many samples their agreement cannot be judged. */
  static final int MIN_SAMPLES = 8;

  static final NoisePrior NONE = new NoisePrior(0, 0);

  /** Fits the prior to samples of at least two forks; samples without any spread are left out. */
  static NoisePrior fit(List<ForkSample> samples) {
    List<ForkSample> usable = samples.stream().filter(ForkSample::hasSpread).toList();
    if (usable.size() < MIN_SAMPLES) {
      return NONE;
    }
    double[] logs = usable.stream().mapToDouble(NoisePrior::unbiasedLogVariance).toArray();
    double expected =
        usable.stream()
            .mapToDouble(sample -> Trigamma.value(sample.degreesOfFreedom() / 2.0))
            .average()
            .orElseThrow();
    double disagreement = Variance.of(logs).getAsDouble() - expected;
    return new NoisePrior(weight(disagreement), Math.exp(Mean.of(logs).getAsDouble()));
  }

  /** The sample's variance and degrees of freedom, drawn towards the typical ones. */
  Noise moderate(ForkSample sample) {
    int own = sample.degreesOfFreedom();
    int all = own + degreesOfFreedom;
    return new Noise(
        sample.forks(), (own * sample.variance() + degreesOfFreedom * variance) / all, all);
  }

  private static double unbiasedLogVariance(ForkSample sample) {
    double half = sample.degreesOfFreedom() / 2.0;
    return Math.log(sample.variance()) - Digamma.value(half) + Math.log(half);
  }

  /** The largest whole weight under which the rows would disagree at least so much. */
  private static int weight(double disagreement) {
    int weight = MAX_WEIGHT;
    while (weight > 0 && Trigamma.value(weight / 2.0) < disagreement) {
      weight--;
    }
    return weight;
  }
}
