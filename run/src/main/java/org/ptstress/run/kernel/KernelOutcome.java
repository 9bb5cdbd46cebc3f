package org.ptstress.run.kernel;

import static java.util.Objects.requireNonNull;

/**
 * An answer of a kernel and its count.
 *
 * @param text the outcome of a race, or the result of a call
 * @param count how often it was seen
 * @param expected whether the oracle, or the model, has it too
 */
public record KernelOutcome(String text, long count, boolean expected) {
  /** Checks that nothing is missing. */
  public KernelOutcome {
    requireNonNull(text, "text");
  }
}
