package org.ptstress.stress.engine.explore;

import java.util.EnumSet;
import java.util.Set;

/**
 * The rules of the memory model. Each is tested by dropping it, which must fail the litmus tests.
 */
public enum Rule {
  /** Coherence: a thread does not read a store older than one that it knows. */
  COHERENCE,
  /** A load may return an older store. */
  STALE_READS,
  /** A store may enter the modification order before stores that its thread does not know. */
  LATE_STORES,
  /** Atomicity: no store comes between an update and the store that it read. */
  PINNED_UPDATES,
  /** Release sequences: an update also publishes the view of the store that it read. */
  RELEASE_SEQUENCES,
  /** An acquire load joins the view that the store published. */
  ACQUIRE,
  /** A release store publishes its thread's view. */
  RELEASE,
  /** Volatile accesses and full fences have a total order. */
  VOLATILE_ORDER,
  /** Fences order the accesses before and after them. */
  FENCES,
  /** A read of a final field joins the view of its constructor's end. */
  FREEZE;

  /**
   * The memory of the model.
   *
   * @return all rules
   */
  public static Set<Rule> all() {
    return EnumSet.allOf(Rule.class);
  }
}
