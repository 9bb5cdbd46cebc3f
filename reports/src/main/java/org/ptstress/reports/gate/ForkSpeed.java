package org.ptstress.reports.gate;

import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;

/** What stands for the speed of a fork: something of the scores of its iterations. */
public enum ForkSpeed {
  /** Their mean: what JMH's score is made of. */
  MEAN(scores -> Mean.of(scores).getAsDouble()),

  /**
   * Their median: on a shared machine some iterations run at half speed, and most do not. A fork
   * without any is NaN.
   */
  MEDIAN(scores -> Median.withDefaults().evaluate(scores));

  private final ToDoubleFunction<double[]> ofIterations;

  ForkSpeed(ToDoubleFunction<double[]> ofIterations) {
    this.ofIterations = ofIterations;
  }

  double of(double[] iterations) {
    return ofIterations.applyAsDouble(iterations);
  }
}
