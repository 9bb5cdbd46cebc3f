package org.ptstress.run.process;

/** Receives the progress of a run. */
@FunctionalInterface
public interface ProgressListener {
  /** Ignores it. */
  ProgressListener NONE = (done, total, what) -> {};

  /**
   * Something was finished.
   *
   * @param done how many units are done
   * @param total how many there are
   * @param what what is under way, in a few words
   */
  void progress(long done, long total, String what);
}
