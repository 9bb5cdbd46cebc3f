package org.ptstress.run.process;

/** Receives the progress of a run. */
@FunctionalInterface
public interface ProgressListener {
  /** Ignores progress. */
  ProgressListener NONE = (done, total, what) -> {};

  /**
   * Reports that a unit was finished.
   *
   * @param done how many units are done
   * @param total how many there are
   * @param what the current activity, in a few words
   */
  void progress(long done, long total, String what);
}
