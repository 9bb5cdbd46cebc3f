package org.ptstress.model;

/**
 * The promise of a design on one claim.
 *
 * @param claim the property
 * @param expectation whether the design keeps it
 * @param reason why it is broken or does not apply, or in what sense it holds; may be empty for
 *     {@link Expectation#HOLDS}
 */
public record Promise(Claim claim, Expectation expectation, String reason) {
  /** Checks that what is not a plain promise has a reason. */
  public Promise {
    if (expectation != Expectation.HOLDS && reason.isBlank()) {
      throw new IllegalArgumentException(
          claim + " is declared " + expectation + " without a reason; give one in a sentence.");
    }
  }
}
