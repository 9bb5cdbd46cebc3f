package org.ptstress.reports.paired;

import java.io.IOException;

/** One of the two sides of a comparison: runs forks of its code. */
@FunctionalInterface
public interface Arm {
  /**
   * Runs one fork to its end.
   *
   * @param subject what it measures
   * @return what it measured
   * @throws IOException if it cannot be started or its result not be read
   * @throws InterruptedException if the calling thread is interrupted; the fork is ended
   */
  ForkScores fork(Subject subject) throws IOException, InterruptedException;
}
