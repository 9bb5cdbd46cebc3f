package org.ptstress.run.result;

/** What produced a piece of evidence. */
public enum Tool {
  /** jcstress. */
  RACE,
  /** Lincheck. */
  INTERLEAVING,
  /** A deterministic check. */
  CHECK,
  /** Counts and conflicts of recorded accesses. */
  ACCESS,
  /** A benchmark. */
  MEASUREMENT
}
