package org.ptstress.stress.engine.explore;

import org.jspecify.annotations.Nullable;

/** A store of a location. */
final class Store {
  /** The actor of initial values. */
  static final int NOBODY = -1;

  @Nullable Object value;

  /** Its place in the order of the location. */
  long stamp;

  /** The view that an acquire load joins. */
  @Nullable View view;

  /** Whether nothing may come between it and the one before: an update has read that one. */
  boolean pinned;

  int actor;

  /** The number of earlier stores of the execution. */
  int moment;

  void set(
      @Nullable Object value,
      long stamp,
      @Nullable View view,
      boolean pinned,
      int actor,
      int moment) {
    this.value = value;
    this.stamp = stamp;
    this.view = view;
    this.pinned = pinned;
    this.actor = actor;
    this.moment = moment;
  }
}
