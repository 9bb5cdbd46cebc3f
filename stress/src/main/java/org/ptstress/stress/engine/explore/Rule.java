package org.ptstress.stress.engine.explore;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the memory does. Without one of them the litmus tests fail, which is how they are tested.
 */
public enum Rule {
  /** A thread does not read a store that is older than one it knows. */
  COHERENCE,
  /** A load may return an older store. */
  STALE_READS,
  /** A store may enter the order before stores that its thread does not know. */
  LATE_STORES,
  /** Nothing comes between an update and the store that it has read. */
  PINNED_UPDATES,
  /** An update carries on what the store that it has read published. */
  RELEASE_SEQUENCES,
  /** A load that acquires gets what the store published. */
  ACQUIRE,
  /** A store that releases publishes what its thread knows. */
  RELEASE,
  /** Volatile accesses and full fences have one order. */
  VOLATILE_ORDER,
  /** Fences order what is before and behind them. */
  FENCES,
  /** A read of a final field sees what its constructor saw. */
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
