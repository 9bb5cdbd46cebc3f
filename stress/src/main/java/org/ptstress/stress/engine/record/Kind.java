package org.ptstress.stress.engine.record;

/** Kinds of accesses. */
public enum Kind {
  /** A load. */
  LOAD("load"),
  /** A store. */
  STORE("store"),
  /** An atomic read-modify-write, also a compare-and-set that fails. */
  RMW("RMW"),
  /** A fence. */
  FENCE("fence"),
  /** An allocation of an object or array. */
  ALLOCATION("allocation");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /**
   * The display name.
   *
   * @return a word
   */
  public String text() {
    return text;
  }

  boolean accesses() {
    return this == LOAD || writes();
  }

  /**
   * Whether it acquires the cache line exclusively; a failed compare-and-set does, too.
   *
   * @return true for stores and read-modify-writes
   */
  public boolean writes() {
    return this == STORE || this == RMW;
  }
}
