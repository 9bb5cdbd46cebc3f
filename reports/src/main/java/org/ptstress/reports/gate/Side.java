package org.ptstress.reports.gate;

import java.io.IOException;
import org.ptstress.run.measurement.Row;

/** One of the two sides of a comparison: runs forks of its code. */
@FunctionalInterface
public interface Side {
  /**
   * Runs one fork to its end.
   *
   * @param request what it measures, and where in the comparison it stands
   * @return what it measured
   * @throws FailedFork if it fails; the subject gets no verdict, others go on
   * @throws IOException if it cannot be started or its result not be read
   * @throws InterruptedException if the calling thread is interrupted; the fork is ended
   */
  ForkScores fork(ForkRequest request) throws IOException, InterruptedException;

  /**
   * One fork of one side, by its place in a comparison.
   *
   * @param subject the measured row
   * @param batch 1, or 2 where what regressed is measured once more
   * @param pair which pair of the subject in that batch it belongs to, from 0; dropped ones count
   */
  record ForkRequest(Row subject, int batch, int pair) {}

  /** A fork that measured nothing, or whose operations failed. */
  final class FailedFork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofOperations;

    /**
     * A fork that failed.
     *
     * @param reason why, with its log
     * @param ofOperations whether operations failed that must not: then a claim is broken
     */
    public FailedFork(String reason, boolean ofOperations) {
      super(reason);
      this.ofOperations = ofOperations;
    }

    boolean isOfOperations() {
      return ofOperations;
    }
  }
}
