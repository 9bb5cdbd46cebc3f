package org.ptstress.reports.paired;

import java.io.IOException;

/** One of the two sides of a comparison: runs forks of its code. */
@FunctionalInterface
public interface Arm {
  /**
   * Runs one fork to its end.
   *
   * @param turn what it measures, and where in the comparison it stands
   * @return what it measured
   * @throws org.ptstress.bench.MeasurementException if it fails; the subject gets no verdict,
   *     others go on
   * @throws IOException if it cannot be started or its result not be read
   * @throws InterruptedException if the calling thread is interrupted; the fork is ended
   */
  ForkScores fork(Turn turn) throws IOException, InterruptedException;
}
