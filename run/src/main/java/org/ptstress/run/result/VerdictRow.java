package org.ptstress.run.result;

import java.util.List;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;

/**
 * The verdict on a (design, claim): a row of {@code verdicts.json}.
 *
 * @param design the design's name
 * @param claim the claim
 * @param expectation what the design promises
 * @param verdict what the run found
 * @param reason the reason, in a sentence
 * @param evidence the evidence for it
 */
public record VerdictRow(
    String design,
    Claim claim,
    Expectation expectation,
    Verdict verdict,
    String reason,
    List<Evidence> evidence) {
  /** Copies the lists. */
  public VerdictRow {
    evidence = List.copyOf(evidence);
  }
}
