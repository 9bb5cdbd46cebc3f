package org.ptstress.reports.paired;

import java.io.IOException;

/** Runs a fork again at once that is no sample, because something else had its CPUs. */
public final class Tries {
  private static final int MOST = 6;

  private Tries() {}

  /** Runs a fork. */
  @FunctionalInterface
  public interface Try {
    /**
     * Runs it to its end.
     *
     * @return what it measured
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the calling thread is interrupted
     */
    ForkScores run() throws IOException, InterruptedException;
  }

  /**
   * Runs a fork until it is valid, but {@value #MOST} times at most.
   *
   * @param fork the fork
   * @return the last one that ran; not valid if none was
   * @throws IOException if one cannot be started
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static ForkScores of(Try fork) throws IOException, InterruptedException {
    ForkScores scores = fork.run();
    for (int tries = 1; tries < MOST && !scores.valid(); tries++) {
      scores = fork.run();
    }
    return scores;
  }
}
