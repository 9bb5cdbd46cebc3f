package org.ptstress.stress.engine.explore;

/** How accesses to a field are explored, and those to what a final field refers to. */
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
