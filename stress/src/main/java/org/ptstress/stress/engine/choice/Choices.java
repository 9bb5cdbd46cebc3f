package org.ptstress.stress.engine.choice;

/** Chooses how an execution goes on. */
public interface Choices {
  /** Begins an execution. */
  void begin();

  /**
   * Chooses the next actor where the current one could go on.
   *
   * @param step the number of the step in this execution
   * @param current the current actor
   * @param others the other actors that could, a bit each, at least one
   * @return the current one or one of the others
   */
  int preempt(int step, int current, int others);

  /**
   * Chooses the next actor where the current one waits or has ended.
   *
   * @param step the number of the step
   * @param candidates the actors that could go on, a bit each, at least one
   * @return one of them
   */
  int next(int step, int candidates);

  /**
   * Chooses the store that a load returns, or before how many stores a store enters the order.
   *
   * @param step the number of the step
   * @param count the number of choices, at least 2
   * @return 0 for the newest one
   */
  int store(int step, int count);

  /**
   * Whether executions are skipped that are equivalent to others.
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

  /** Marks the current execution as equivalent to another one from here on. */
  default void redundant() {}
}
