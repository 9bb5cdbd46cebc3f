package org.ptstress.reports.gate;

import java.util.List;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * The spread of the forks of one measurement.
 *
 * @param forks the number of forks
 * @param variance the unbiased variance of the natural logs of their means; NaN below two forks
 */
record ForkSample(int forks, double variance) {

  static ForkSample of(List<Double> forks) {
    double[] logs = forks.stream().mapToDouble(Math::log).toArray();
    return new ForkSample(
        logs.length, logs.length < 2 ? Double.NaN : Variance.of(logs).getAsDouble());
  }

  /** Degrees of freedom of the variance. */
  int degreesOfFreedom() {
    return forks - 1;
  }

  boolean hasSpread() {
    return variance > 0;
  }
}
