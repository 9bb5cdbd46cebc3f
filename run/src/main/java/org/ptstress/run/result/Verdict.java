package org.ptstress.run.result;

/** The verdict of a run on a promise. */
public enum Verdict {
  /** The evidence agrees with the promise. */
  CONFIRMED,
  /**
   * The evidence is against the promise: a witness against what holds, or none of what is broken.
   */
  CONTRADICTED,
  /** There is no evidence. Never green. */
  NOT_RUN
}
