package org.ptstress.reports.gate;

import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * The scores of one fork. The fork is the sample: its iterations resemble each other more than they
 * resemble those of the next fork.
 *
 * @param iterations the score of each iteration, in operations a second; at least one
 * @param undisturbed those of them beside which the CPUs had their full speed, see {@link
 *     FullSpeed}; empty where that is not known
 * @param threads the number of its threads, from 1
 * @param valid whether its threads had their CPUs; if not, it is no sample
 */
public record ForkScores(
    List<Double> iterations, List<Double> undisturbed, int threads, boolean valid) {
  private static final double MEDIAN = 0.5;
  private static final double UPPER_QUARTILE = 0.75;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no iteration, or a score is not positive
   */
  public ForkScores {
    iterations = List.copyOf(iterations);
    undisturbed = List.copyOf(undisturbed);
    if (iterations.isEmpty() || iterations.stream().anyMatch(score -> !(score > 0))) {
      throw new IllegalArgumentException(
          "A fork needs iterations with positive scores, but has " + iterations + ".");
    }
  }

  /**
   * A fork without probes.
   *
   * @param iterations the score of each iteration, in operations a second
   * @param threads the number of its threads, from 1
   * @param valid whether its threads had their CPUs
   */
  public ForkScores(List<Double> iterations, int threads, boolean valid) {
    this(iterations, List.of(), threads, valid);
  }

  /** Whether probes tell which iterations were undisturbed. */
  boolean isProbed() {
    return !undisturbed.isEmpty();
  }

  /** The fork without its probes, for a comparison with one that has none. */
  ForkScores withoutProbes() {
    return new ForkScores(iterations, threads, valid);
  }

  /**
   * The score of the fork: the median of its undisturbed iterations. Where it is not known which
   * those are, for one thread the upper quartile of all: whatever else the machine does makes one
   * thread slower and never faster, so the better iterations say most about the code; but what
   * slows less than three quarters of them is not seen. Several threads get faster when they are
   * kept from running at once, so there it is the median of all.
   *
   * @return the score, in operations a second
   */
  public double score() {
    List<Double> told = isProbed() ? undisturbed : iterations;
    return Quantile.withDefaults()
        .evaluate(
            told.stream().mapToDouble(Double::doubleValue).toArray(),
            isProbed() || threads > 1 ? MEDIAN : UPPER_QUARTILE);
  }
}
