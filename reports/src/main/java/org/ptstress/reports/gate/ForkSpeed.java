package org.ptstress.reports.gate;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;

/** What stands for the speed of a fork: something of the scores of its iterations. */
public enum ForkSpeed {
  /** Their mean: what JMH's score is made of. */
  MEAN {
    @Override
    double of(double[] iterations) {
      return Mean.of(iterations).getAsDouble();
    }
  },

  /** Their median: on a shared machine some iterations run at half speed, and most do not. */
  MEDIAN {
    @Override
    double of(double[] iterations) {
      return Median.withDefaults().evaluate(iterations);
    }
  };

  /** The speed of a fork; NaN without iterations. */
  abstract double of(double[] iterations);
}
