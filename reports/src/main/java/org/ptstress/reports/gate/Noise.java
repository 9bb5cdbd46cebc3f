package org.ptstress.reports.gate;

/**
 * How uncertain the score of one measurement is.
 *
 * @param forks the number of forks, at least 2
 * @param variance the variance of the log of one fork's mean
 * @param degreesOfFreedom of that variance
 */
record Noise(int forks, double variance, double degreesOfFreedom) {

  /** No noise, with the same degrees of freedom. */
  Noise silenced() {
    return new Noise(forks, 0, degreesOfFreedom);
  }

  /** The same noise, if it were measured with another number of forks. */
  Noise withForks(int otherForks) {
    return new Noise(otherForks, variance, degreesOfFreedom + otherForks - forks);
  }
}
