package org.ptstress.run.result;

/** What produced a piece of evidence. */
public enum Tool {
  /** jcstress. */
  RACE,
  /** Lincheck. */
  INTERLEAVING,
  /** A deterministic check. */
  CHECK,
  /** A benchmark. */
  MEASUREMENT
}
