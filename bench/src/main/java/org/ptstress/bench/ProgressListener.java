package org.ptstress.bench;

/**
 * Hears how far a measurement is; called from the measuring thread's parent, never while something
 * is measured.
 */
@FunctionalInterface
public interface ProgressListener {
  /** Ignores the progress. */
  ProgressListener NONE = (done, total) -> {};

  /**
   * One more step is done. All steps of a run take about the same time.
   *
   * @param done steps that are done, from 0
   * @param total all steps of the run, at least {@code done}; grows when steps have to be repeated
   */
  void onProgress(int done, int total);
}
