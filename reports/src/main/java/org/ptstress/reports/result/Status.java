package org.ptstress.reports.result;

/** Whether a scenario or a check ran. */
public enum Status {
  /** It ran to its end. */
  RUN,
  /** It did not run, or its result is lost; the reason stands beside it. */
  NOT_RUN
}
