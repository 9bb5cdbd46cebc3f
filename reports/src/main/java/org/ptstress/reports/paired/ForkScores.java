package org.ptstress.reports.paired;

import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * What one fork measured. The fork is the sample: its iterations resemble each other more than they
 * resemble those of the next fork.
 *
 * @param iterations the score of each iteration, in operations a second; at least one
 * @param threads how many threads it had, from 1
 * @param parallel whether its threads had their CPUs; if not, it is no sample
 */
public record ForkScores(List<Double> iterations, int threads, boolean parallel) {
  private static final double MEDIAN = 0.5;
  private static final double UPPER_QUARTILE = 0.75;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no iteration, or a score is not positive
   */
  public ForkScores {
    iterations = List.copyOf(iterations);
    if (iterations.isEmpty() || iterations.stream().anyMatch(score -> !(score > 0))) {
      throw new IllegalArgumentException(
          "A fork needs iterations with positive scores, but has " + iterations + ".");
    }
  }

  /**
   * The score of the fork. Whatever else the machine does makes one thread slower and never faster,
   * so the upper quartile of its iterations says most about the code; what slows less than three
   * quarters of them is not seen. Several threads get faster when they are kept from running at
   * once, so there it is the median.
   *
   * @return the upper quartile of the iterations of one thread, the median of those of more
   */
  public double score() {
    return Quantile.withDefaults()
        .evaluate(
            iterations.stream().mapToDouble(Double::doubleValue).toArray(),
            threads == 1 ? UPPER_QUARTILE : MEDIAN);
  }
}
