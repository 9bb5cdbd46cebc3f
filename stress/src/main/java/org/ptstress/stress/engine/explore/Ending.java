package org.ptstress.stress.engine.explore;

/**
 * The end of an execution.
 *
 * @param kind how
 * @param text the outcome of the program, or what happened instead
 */
public record Ending(Kind kind, String text) {
  /** Kinds of ends. */
  public enum Kind {
    /** All actors came to their end. */
    DONE,
    /** Some wait for ever, or do not stop. */
    ENDLESS,
    /** The actor that must do without the others waits for one that is stalled. */
    BLOCKED,
    /** An actor threw. */
    THREW
  }
}
