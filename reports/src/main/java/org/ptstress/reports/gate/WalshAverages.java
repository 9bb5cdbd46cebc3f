package org.ptstress.reports.gate;

import java.util.Arrays;

/**
 * The means of all pairs of some differences, each difference paired with itself too, in ascending
 * order (Walsh 1949). Their median estimates the centre of the differences (Hodges and Lehmann
 * 1963): almost as precise as a mean where differences are normal, and not moved by a few wild
 * ones.
 *
 * <p>How many of them lie above a centre is Wilcoxon's signed-rank statistic of the differences
 * less that centre (Tukey 1949). So the k-th from either end bounds the centres that the test does
 * not reject: an exact interval, which assumes that differences are symmetric and nothing else.
 */
public final class WalshAverages {
  private final double[] ordered;

  /** The probability of so many of them above the true centre, or fewer, for 0 and more. */
  private final double[] probabilities;

  private WalshAverages(double[] ordered, double[] probabilities) {
    this.ordered = ordered;
    this.probabilities = probabilities;
  }

  /**
   * Orders the averages.
   *
   * @param differences at least one
   * @return their averages
   */
  public static WalshAverages of(double... differences) {
    int size = differences.length;
    double[] averages = new double[size * (size + 1) / 2];
    int next = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        averages[next++] = (differences[i] + differences[j]) / 2;
      }
    }
    Arrays.sort(averages);
    return new WalshAverages(averages, probabilities(size));
  }

  /** Each rank counts or does not, with the same probability: Wilcoxon's distribution. */
  private static double[] probabilities(int size) {
    double[] sums = new double[size * (size + 1) / 2 + 1];
    sums[0] = 1;
    int most = 0;
    for (int rank = 1; rank <= size; rank++) {
      most += rank;
      for (int sum = most; sum >= 0; sum--) {
        sums[sum] = (sums[sum] + (sum < rank ? 0 : sums[sum - rank])) / 2;
      }
    }
    Arrays.parallelPrefix(sums, Double::sum);
    return sums;
  }

  /**
   * The Hodges-Lehmann estimate.
   *
   * @return the centre, in the unit of the differences
   */
  public double centre() {
    int count = ordered.length;
    return (ordered[(count - 1) / 2] + ordered[count / 2]) / 2;
  }

  /** Whether there are enough differences for an interval. */
  boolean hasInterval(double tail) {
    return probabilities[0] <= tail;
  }

  /**
   * The exact interval of the centre.
   *
   * @param tail the probability that may lie beyond either end, see {@link #hasInterval}
   */
  Interval interval(double tail) {
    int beyond = 0;
    while (probabilities[beyond + 1] <= tail) {
      beyond++;
    }
    return new Interval(centre(), ordered[beyond], ordered[ordered.length - 1 - beyond]);
  }

  /**
   * The probability of differences so low, if their centre were a given one. At most a tail exactly
   * where the interval of that tail ends below the centre.
   */
  double probabilityBelow(double centre) {
    return probabilities[(int) Arrays.stream(ordered).filter(average -> average >= centre).count()];
  }

  /** The probability of differences so high, if their centre were a given one. */
  double probabilityAbove(double centre) {
    return probabilities[(int) Arrays.stream(ordered).filter(average -> average <= centre).count()];
  }
}
