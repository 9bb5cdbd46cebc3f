package org.ptstress.run.result;

/** Whether a check produced samples. */
public enum RunStatus {
  /** It ran, and what it reports comes from samples. */
  RUN,
  /** It did not run to its end; its reason says why. */
  NOT_RUN
}
