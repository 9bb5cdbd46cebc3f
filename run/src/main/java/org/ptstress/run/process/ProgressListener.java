package org.ptstress.run.process;

/** Is told how far a run is. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * Something was finished.
   *
   * @param done how many units are done
   * @param total how many there are
   * @param what what is under way, in a few words
   */
  void progress(long done, long total, String what);
}
