package org.ptstress.reports.result;

/** What produced a piece of evidence. */
public enum Tool {
  /** A jcstress race. */
  RACE,
  /** A systematic search through interleavings. */
  INTERLEAVING,
  /** A deterministic script, or a distribution. */
  CHECK,
  /** A measurement of throughput or latency. */
  MEASUREMENT
}
