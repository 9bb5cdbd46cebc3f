package org.ptstress.stress.engine.explore;

/** Chooses how an execution goes on. */
interface Choices {
  /** The same execution as those chosen before begins, or another one. */
  void begin();

  /**
   * Who goes on although the current actor could.
   *
   * @param step the number of the step in this execution
   * @param current the actor
   * @param others who else could: a bit each, at least one
   * @return the current one or one of the others
   */
  int preempt(int step, int current, int others);

  /**
   * Who goes on where the current actor waits or has ended.
   *
   * @param step the number of the step
   * @param candidates who could: a bit each, at least one
   * @return one of them
   */
  int next(int step, int candidates);

  /**
   * Which store a load returns, or before how many stores another one enters the order.
   *
   * @param step the number of the step
   * @param count how many there are to choose from, at least 2
   * @return 0 for the newest one
   */
  int store(int step, int count);

  /** Whether orders are left out that differ from others in nothing that matters. */
  boolean reduces();

  /** Whether an execution counts only if it needs few preemptions and stale reads. */
  boolean isBounded();

  /** From here on this execution is one of those. */
  void redundant();
}
