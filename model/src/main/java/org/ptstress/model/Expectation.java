package org.ptstress.model;

/** The promise of a design on a claim. */
public enum Expectation {
  /** The design keeps it: any witness against it contradicts. */
  HOLDS,
  /** The design is known to break it: a run must show a witness. */
  BROKEN,
  /**
   * The design is known to break it where memory is weaker than sequentially consistent, and only
   * there: the explorer must show an execution, and no tool one without stale reads.
   */
  BROKEN_ON_WEAK_MEMORY,
  /** The claim says nothing about this design. */
  DOES_NOT_APPLY;

  /**
   * Whether a run must show that the design breaks the claim.
   *
   * @return false if it is kept or does not apply
   */
  public boolean isBroken() {
    return this == BROKEN || this == BROKEN_ON_WEAK_MEMORY;
  }
}
