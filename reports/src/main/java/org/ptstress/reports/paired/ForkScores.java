package org.ptstress.reports.paired;

import java.util.List;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What one fork measured. The fork is the sample: its iterations resemble each other more than they
 * resemble those of the next fork.
 *
 * @param iterations the score of each iteration, in operations a second; at least one
 * @param parallel whether its threads had their CPUs; if not, it is no sample
 */
public record ForkScores(List<Double> iterations, boolean parallel) {
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
   * The score of the fork.
   *
   * @return the median of its iterations
   */
  public double median() {
    return Median.withDefaults()
        .evaluate(iterations.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
