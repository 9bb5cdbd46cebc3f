package org.ptstress.stress.engine.explore;

/** The way in which accesses to a field, or to the object of a final field, are explored. */
public enum Treatment {
  /** As the code says. */
  ORDINARY,
  /**
   * What a harness counts and waits for: always the newest value, in any order of actors. A load
   * acquires, an update does not, so that to be counted orders nothing.
   */
  UNORDERED,
  /** What is written for an audit only: no part of the program. */
  UNSEEN
}
