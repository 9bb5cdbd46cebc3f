package org.ptstress.reports.gate;

/** What the gate says about a row; in the order in which readers want to see them. */
public enum GateVerdict {
  /** Slower: the whole interval lies below the margin, also after correction for many rows. */
  REGRESSED,
  /** Faster: the whole interval lies above the margin. */
  IMPROVED,
  /** The noise is too large, or the samples too few, to tell. */
  INCONCLUSIVE,
  /** As before: the whole interval lies inside the margin. */
  UNCHANGED
}
