package org.ptstress.stress.engine.choice;

/** A scheduler: chooses the next actor, and the store that a load returns. */
public interface Choices {
  /** Begins an execution. */
  void begin();

  /**
   * Chooses the next actor while the current one is runnable.
   *
   * @param step the number of the step in this execution
   * @param current the current actor
   * @param others a bit mask of the other runnable actors, at least one
   * @return the current one or one of the others
   */
  int preempt(int step, int current, int others);

  /**
   * Chooses the next actor when the current one waits or has ended.
   *
   * @param step the number of the step
   * @param candidates a bit mask of the runnable actors, at least one
   * @return one of them
   */
  int next(int step, int candidates);

  /**
   * Chooses the store that a load returns, or how many stores a late store precedes.
   *
   * @param step the number of the step
   * @param count the number of choices, at least 2
   * @return 0 for the newest one
   */
  int store(int step, int count);

  /**
   * Whether equivalent executions are skipped (partial-order reduction).
   *
   * @return true if {@link #redundant} may be called
   */
  default boolean reduces() {
    return false;
  }

  /**
   * Whether preemptions and stale reads are bounded.
   *
   * @return false if every execution counts
   */
  default boolean isBounded() {
    return true;
  }

  /**
   * The number of choice points in the current execution.
   *
   * @return the number so far, or 0 if it is not known
   */
  default int points() {
    return 0;
  }

  /**
   * Skips executions that are equivalent to the current one, whose last difference from the
   * plainest one is a preemption.
   *
   * @param earlier the choice points at which the same preemption would be equivalent, the last one
   *     first
   */
  default void equivalent(int[] earlier) {}

  /** Marks the rest of the current execution as equivalent to another one. */
  default void redundant() {}
}
