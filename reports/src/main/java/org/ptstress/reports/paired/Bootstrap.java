package org.ptstress.reports.paired;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * A percentile bootstrap interval of the Hodges-Lehmann estimate: the estimates of many samples
 * that are drawn from the sample itself, with replacement.
 *
 * <p>Efron, "Bootstrap methods: another look at the jackknife", 1979. With few pairs a percentile
 * interval is too narrow; each resample therefore spreads by sqrt(n / (n - 1)) around the estimate
 * (Hesterberg, "What teachers should know about the bootstrap", 2015). The seed is fixed, so that
 * the same pairs always give the same interval.
 *
 * <p>A resample has the means of pairs that the sample has, only not each as often. So they are
 * sorted once, and the median of a resample is found by counting.
 */
final class Bootstrap {
  private static final int RESAMPLES = 4_000;
  private static final long SEED = 20_121_001;

  private final int size;
  private final Walsh[] means;

  /** The mean of two values, by their places; of one value if both are the same. */
  private record Walsh(int first, int second, double mean) {
    /** How often a resample has it that has each value so often. */
    int weight(int[] counts) {
      return first == second
          ? counts[first] * (counts[first] + 1) / 2
          : counts[first] * counts[second];
    }
  }

  private Bootstrap(double[] values) {
    size = values.length;
    means = new Walsh[size * (size + 1) / 2];
    int next = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        means[next++] = new Walsh(i, j, (values[i] + values[j]) / 2);
      }
    }
    Arrays.sort(means, Comparator.comparingDouble(Walsh::mean));
  }

  /**
   * The interval.
   *
   * @param values at least two values
   * @param tail the probability that may lie beyond either end, between 0 and 0.5
   * @return its lower and its upper end
   */
  static double[] interval(double[] values, double tail) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
    Bootstrap bootstrap = new Bootstrap(values);
    double estimate = HodgesLehmann.of(values);
    double widening = Math.sqrt(values.length / (values.length - 1.0));
    double[] estimates = new double[RESAMPLES];
    int[] counts = new int[values.length];
    for (int i = 0; i < RESAMPLES; i++) {
      Arrays.fill(counts, 0);
      for (int j = 0; j < counts.length; j++) {
        counts[random.nextInt(counts.length)]++;
      }
      estimates[i] = estimate + widening * (bootstrap.estimate(counts) - estimate);
    }
    return Quantile.withDefaults().evaluate(estimates, tail, 1 - tail);
  }

  /** The Hodges-Lehmann estimate of a resample that has each value so often. */
  double estimate(int[] counts) {
    int lower = (means.length - 1) / 2;
    int upper = means.length / 2;
    double low = Double.NaN;
    int passed = 0;
    for (Walsh walsh : means) {
      passed += walsh.weight(counts);
      if (passed > lower && Double.isNaN(low)) {
        low = walsh.mean();
      }
      if (passed > upper) {
        return (low + walsh.mean()) / 2;
      }
    }
    throw new IllegalArgumentException(
        "The counts " + Arrays.toString(counts) + " are not those of " + size + " values.");
  }

  /** Of the values themselves, for tests. */
  static Bootstrap of(double[] values) {
    return new Bootstrap(values);
  }
}
