package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;

/**
 * What shows that a claim is broken.
 *
 * @param outcome the outcome, or a sentence
 * @param count how often it was seen
 */
public record Witness(String outcome, long count) {
  /** Checks that nothing is missing. */
  public Witness {
    requireNonNull(outcome, "outcome");
  }
}
