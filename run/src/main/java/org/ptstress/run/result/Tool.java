package org.ptstress.run.result;

/** Sources of evidence. */
public enum Tool {
  /** jcstress. */
  RACE,
  /** Lincheck. */
  INTERLEAVING,
  /** The explorer of interleavings and weak memory. */
  EXPLORATION,
  /** A deterministic check. */
  CHECK,
  /** Counts and conflicts of recorded accesses. */
  ACCESS,
  /** A benchmark. */
  MEASUREMENT,
  /** The kernel that the machine runs. */
  KERNEL
}
