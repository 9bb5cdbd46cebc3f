package org.ptstress.stress.engine.explore;

/** A program of a few threads, which does the same whenever the same choices are made. */
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
   * The thread that must come to its end wherever the others are stalled.
   *
   * @return its number, or {@link #NOBODY} if each may wait for others
   */
  default int unaided() {
    return NOBODY;
  }

  /**
   * Prepares an execution; not explored.
   *
   * @return the execution, which shares nothing with those before
   */
  Run start();

  /** One execution. */
  interface Run {
    /**
     * Runs a thread.
     *
     * @param actor its number, from 0
     * @throws Throwable which becomes the end of the execution
     */
    void act(int actor) throws Throwable;

    /**
     * The outcome, when all threads have ended; not explored.
     *
     * @return a text, equal for what is equal
     */
    String outcome();
  }
}
