package org.ptstress.stress.engine.explore;

/** The treatment of accesses to a field, or to the object of a final field. */
public enum Treatment {
  /** Explored as the code orders them. */
  ORDINARY,
  /**
   * For counters and flags of a harness: always the newest value. A load acquires but an update
   * does not, so that counting orders nothing.
   */
  UNORDERED,
  /** For fields written for an audit only: not explored. */
  UNSEEN
}
