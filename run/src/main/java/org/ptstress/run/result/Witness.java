package org.ptstress.run.result;

import org.jspecify.annotations.Nullable;

/**
 * A witness of a broken claim.
 *
 * @param outcome the outcome, or a sentence
 * @param count how often it was seen
 * @param weakMemory whether it needs memory weaker than sequentially consistent; null if unknown,
 *     and in older folders
 */
public record Witness(String outcome, long count, @Nullable Boolean weakMemory) {
  /**
   * A witness whose memory model is unknown.
   *
   * @param outcome the outcome, or a sentence
   * @param count how often it was seen
   */
  public Witness(String outcome, long count) {
    this(outcome, count, null);
  }

  /**
   * Whether it needs weak memory.
   *
   * @return false if unknown
   */
  public boolean needsWeakMemory() {
    return weakMemory != null && weakMemory;
  }

  /**
   * Whether sequentially consistent memory suffices.
   *
   * @return false if unknown
   */
  public boolean needsNoWeakMemory() {
    return weakMemory != null && !weakMemory;
  }

  /**
   * The outcome and the memory model that it needs.
   *
   * @return a clause
   */
  public String text() {
    return outcome + (needsWeakMemory() ? ", on weak memory" : "");
  }
}
