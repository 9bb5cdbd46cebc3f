package org.ptstress.reports.verdict;

import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;

/**
 * The class of a verdict, by the promise and the evidence: the one way in which commands, page and
 * gate tell verdicts apart. Each has a word and a sign beside its colour.
 */
public enum VerdictClass {
  HOLDS(
      "holds",
      "\u2713",
      "holds",
      "The design promises the claim, and the evidence holds no witness against it."),
  BUG_SHOWN(
      "bug",
      "\u2717",
      "bug shown",
      "A known bug: the design is expected to break the claim, and the run holds a witness."),
  PROMISE_BROKEN(
      "contradicted",
      "!!",
      "promise broken",
      "Contradicted: the design promises the claim, or declares that it does"
          + " not apply, and the run holds a witness against that."),
  BUG_NOT_FOUND(
      "contradicted",
      "!!",
      "bug not found",
      "Contradicted: the design is expected to break the claim, and the run"
          + " found no witness. Either the bug is gone or the check has gone blind."),
  NOT_RUN(
      "not-run",
      "\u25cb",
      "not run",
      "No evidence. It says nothing about the design, and is not a pass."),
  DOES_NOT_APPLY(
      "no-promise",
      "\u2013",
      "does not apply",
      "The claim does not concern a design of this kind.");

  private final String cssClass;
  private final String symbol;
  private final String word;
  private final String meaning;

  VerdictClass(String cssClass, String symbol, String word, String meaning) {
    this.cssClass = cssClass;
    this.symbol = symbol;
    this.word = word;
    this.meaning = meaning;
  }

  /**
   * Classes a verdict.
   *
   * @param row the verdict with its evidence
   * @return its class; NOT_RUN for a promise that was confirmed without samples
   */
  public static VerdictClass of(VerdictRow row) {
    return switch (row.verdict()) {
      case CONFIRMED ->
          switch (row.expectation()) {
            // Whatever a file says: no evidence, no green.
            case HOLDS ->
                row.evidence().stream().anyMatch(VerdictClass::isSample) ? HOLDS : NOT_RUN;
            case BROKEN, BROKEN_ON_WEAK_MEMORY -> BUG_SHOWN;
            case DOES_NOT_APPLY -> DOES_NOT_APPLY;
          };
      case CONTRADICTED -> row.expectation().isBroken() ? BUG_NOT_FOUND : PROMISE_BROKEN;
      case NOT_RUN -> NOT_RUN;
    };
  }

  /**
   * Whether a promise was not judged for no other reason than the number of CPUs.
   *
   * @param row the verdict with its evidence
   * @return false if it was judged
   */
  public static boolean lacksOnlyCpus(VerdictRow row) {
    return row.verdict() == Verdict.NOT_RUN
        && !row.evidence().isEmpty()
        && row.evidence().stream().allMatch(Evidence::tooFewCpus);
  }

  private static boolean isSample(Evidence evidence) {
    return evidence.status() == RunStatus.RUN && evidence.samples() > 0;
  }

  public String cssClass() {
    return cssClass;
  }

  public String symbol() {
    return symbol;
  }

  public String word() {
    return word;
  }

  public String meaning() {
    return meaning;
  }

  /** The rank by which it asks for attention; 0 first. */
  public int severity() {
    return switch (this) {
      case PROMISE_BROKEN, BUG_NOT_FOUND -> 0;
      case BUG_SHOWN -> 1;
      case NOT_RUN -> 2;
      case HOLDS -> 3;
      case DOES_NOT_APPLY -> 4;
    };
  }

  public boolean isContradicted() {
    return this == PROMISE_BROKEN || this == BUG_NOT_FOUND;
  }
}
