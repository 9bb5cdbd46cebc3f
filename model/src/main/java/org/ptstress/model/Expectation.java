package org.ptstress.model;

/** What a design says of a claim. */
public enum Expectation {
  /** The design keeps it: any witness against it contradicts. */
  HOLDS,
  /** The design is known to break it: a run must show a witness. */
  BROKEN,
  /** The claim says nothing about this design. */
  DOES_NOT_APPLY
}
