package org.ptstress.model;

/**
 * How a design chooses the id of a new timer. There is none for a free list or for random ids:
 * scenarios look ids up by their numbers, and accuse such a design where another timer rightly had
 * one.
 */
public enum IdPolicy {
  /** The lowest id that is free; a freed id comes back at once. */
  LOWEST_FREE,
  /** A counter's next value that is free; a freed id comes back after the counter has wrapped. */
  NEXT,
  /**
   * The next free id from a cursor on, which several processes may share; found, and the cursor
   * moved behind it, in one step under a lock. A freed id comes back after the cursor has wrapped.
   */
  CYCLIC
}
