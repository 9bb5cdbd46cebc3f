package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A witness of a broken claim.
 *
 * @param outcome the outcome, or a sentence
 * @param count how often it was seen
 * @param weakMemory whether it takes memory that is weaker than sequentially consistent; null where
 *     nobody can say, and in older folders
 */
public record Witness(String outcome, long count, @Nullable Boolean weakMemory) {
  /** Checks that nothing is missing. */
  public Witness {
    requireNonNull(outcome, "outcome");
  }

  /**
   * What was seen, on whatever memory.
   *
   * @param outcome the outcome, or a sentence
   * @param count how often it was seen
   */
  public Witness(String outcome, long count) {
    this(outcome, count, null);
  }

  /**
   * Whether it takes weak memory.
   *
   * @return false where nobody can say
   */
  public boolean needsWeakMemory() {
    return weakMemory != null && weakMemory;
  }

  /**
   * Whether sequentially consistent memory suffices.
   *
   * @return false where nobody can say
   */
  public boolean needsNoWeakMemory() {
    return weakMemory != null && !weakMemory;
  }

  /**
   * The outcome and the memory that it takes.
   *
   * @return a clause
   */
  public String text() {
    return outcome + (needsWeakMemory() ? ", on weak memory" : "");
  }
}
