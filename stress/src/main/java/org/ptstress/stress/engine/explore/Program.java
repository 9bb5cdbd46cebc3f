package org.ptstress.stress.engine.explore;

/** A program of a few threads, deterministic for equal choices. */
public interface Program {
  /** No actor. */
  int NOBODY = -1;

  /**
   * The number of threads.
   *
   * @return from 1 to 31
   */
  int actors();

  /**
   * The unaided thread, which must terminate wherever the others are stalled.
   *
   * @return its number, or {@link #NOBODY} if every thread may wait for others
   */
  default int unaided() {
    return NOBODY;
  }

  /**
   * Prepares an execution; not explored.
   *
   * @return the execution, which shares no state with earlier ones
   */
  Run start();

  /** One execution. */
  interface Run {
    /**
     * Runs a thread.
     *
     * @param actor its number, from 0
     * @throws Throwable any exception, which ends the execution
     */
    void act(int actor) throws Throwable;

    /**
     * The outcome, when all threads have ended; not explored.
     *
     * @return a text, equal for equal outcomes
     */
    String outcome();
  }
}
