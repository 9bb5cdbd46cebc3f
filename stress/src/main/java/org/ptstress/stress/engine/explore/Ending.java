package org.ptstress.stress.engine.explore;

/**
 * The end of an execution.
 *
 * @param kind how
 * @param text the outcome of the program, or what happened instead
 */
public record Ending(Kind kind, String text) {
  /** Kinds of endings. */
  public enum Kind {
    /** All actors have ended. */
    DONE,
    /** Some actors deadlock or do not terminate. */
    ENDLESS,
    /** The unaided actor waits for a stalled one. */
    BLOCKED,
    /** An actor threw. */
    THREW,
    /** Another execution is equivalent. */
    REDUNDANT
  }
}
