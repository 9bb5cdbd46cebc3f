package org.ptstress.run.result;

/** The verdict of a run on a promise. */
public enum Verdict {
  /** The evidence agrees with the promise. */
  CONFIRMED,
  /** The evidence contradicts the promise: a witness against HOLDS, or none for BROKEN. */
  CONTRADICTED,
  /** There is no evidence. Never green. */
  NOT_RUN
}
