package org.ptstress.model;

/** Policies by which a design chooses the id of a new timer. */
public enum IdPolicy {
  /** The lowest id that is free; a freed id comes back at once. */
  LOWEST_FREE,
  /** A counter's next value that is free; a freed id comes back after the counter has wrapped. */
  NEXT,
  /**
   * The next free id from a cursor on, which several processes may share; found, and the cursor
   * moved behind it, in one step under a lock. A freed id comes back after the cursor has wrapped.
   */
  CYCLIC,
  /** Any id that is free: from a free list, or at random. A freed id may come back at once. */
  ANY_FREE;

  /**
   * Whether the search for an id goes on at 0 behind the largest one.
   *
   * @return false if no counter stands there
   */
  public boolean wraps() {
    return this == NEXT || this == CYCLIC;
  }
}
