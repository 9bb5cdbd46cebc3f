package org.ptstress.reports.cli;

import org.ptstress.model.Expectation;
import org.ptstress.run.result.VerdictRow;

/** What {@code judge} says of a claim, whatever the design promises of it. */
enum Judgement {
  KEPT("kept", "kept"),
  BROKEN("BROKEN", "broken"),
  DOES_NOT_APPLY("does not apply", "not applicable"),
  NOT_JUDGED("not judged", "not judged");

  private final String words;
  private final String counted;

  Judgement(String words, String counted) {
    this.words = words;
    this.counted = counted;
  }

  /** In front of a reason. */
  String words() {
    return words;
  }

  /** Behind a number of claims. */
  String counted() {
    return counted;
  }

  /** Reads a verdict on a claim that was judged as if the design promised it. */
  static Judgement of(VerdictRow row) {
    return switch (row.verdict()) {
      case CONFIRMED -> row.expectation() == Expectation.DOES_NOT_APPLY ? DOES_NOT_APPLY : KEPT;
      case CONTRADICTED -> BROKEN;
      case NOT_RUN -> NOT_JUDGED;
    };
  }
}
