package org.ptstress.reports.result;

/** What a run says of an expectation. */
public enum Verdict {
  /** The expectation was seen to be true. */
  CONFIRMED,
  /** The run shows the opposite: a broken promise, or a known bug that did not appear. */
  CONTRADICTED,
  /** There is no evidence; never to be read as good. */
  NOT_RUN
}
