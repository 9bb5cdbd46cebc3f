package org.ptstress.stress.engine.explore;

import org.jspecify.annotations.Nullable;

/** A store to a location. */
final class Store {
  /** The actor of initial values. */
  static final int NOBODY = -1;

  @Nullable Object value;

  /** Its position in the modification order of the location. */
  long stamp;

  /** The view that an acquire load joins. */
  @Nullable View view;

  /** Whether an update read its predecessor, so that no store may come between them. */
  boolean pinned;

  int actor;

  /** Its number among the stores of the execution. */
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
