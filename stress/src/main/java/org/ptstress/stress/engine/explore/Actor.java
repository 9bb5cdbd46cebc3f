package org.ptstress.stress.engine.explore;

import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Site;

/** A thread of the program, with what it knows of the stores. */
final class Actor {
  /** Of an actor that has not begun. */
  static final int NOWHERE = -1;

  /** Before all stores. */
  static final int EVER = -1;

  /** A loop polls few locations. */
  private static final int POLLED = 8;

  final int number;
  final int bit;

  /** What it has read or written, or was told of by what it has acquired. */
  final View current = new View();

  /** The number of copies of the view that were handed on. */
  int editions;

  /** The view that an acquire fence would join. */
  final View acquired = new View();

  /** What fences between loads add, to loads only. */
  final View loads = new View();

  /** Its own stores. */
  final View own = new View();

  /** What its stores publish although they have no order of their own. */
  @Nullable View released;

  /** Whether it is known which access it is about to make. */
  boolean isPending;

  /** That access; of a fence, null. */
  @Nullable Location pending;

  boolean pendingWrites;
  boolean pendingIsVolatile;

  /**
   * Its next load was made when it was interrupted before it, in an execution of its own: only
   * stores since that moment are new.
   */
  int since = EVER;

  /** The same for a store or an update, which costs others more if it comes first. */
  int sinceAsWriter = EVER;

  /** The thread that it runs in. */
  int host;

  /** Accesses since the beginning of its turn. */
  int turn;

  /** Whether it has accessed something new since it waited last. */
  boolean foundNew;

  /** Rounds of waiting since then. */
  int rounds;

  @Nullable Throwable thrown;

  /**
   * Where it has last called an atomic class of the JDK, whose accesses are those of that place.
   */
  @Nullable Site caller;

  private final @Nullable Location[] polled = new @Nullable Location[POLLED];
  private int polls;

  Actor(int number) {
    this.number = number;
    this.bit = 1 << number;
  }

  void reset() {
    current.clear();
    editions = 0;
    acquired.clear();
    loads.clear();
    own.clear();
    released = null;
    isPending = false;
    pending = null;
    turn = 0;
    since = EVER;
    sinceAsWriter = EVER;
    host = NOWHERE;
    foundNew = false;
    rounds = 0;
    thrown = null;
    caller = null;
    forgetPolled();
  }

  void pend(@Nullable Location location, boolean writes, boolean isVolatile) {
    isPending = true;
    pending = location;
    pendingWrites = writes;
    pendingIsVolatile = isVolatile;
  }

  void polls(Location location) {
    polled[polls++ & (POLLED - 1)] = location;
  }

  boolean hasPolled(@Nullable Location location) {
    for (Location each : polled) {
      if (each == location) {
        return true;
      }
    }
    return false;
  }

  /** What is polled arrives at last. */
  void arrive() {
    for (Location each : polled) {
      if (each != null) {
        current.raise(each.number, each.newest().stamp);
      }
    }
    forgetPolled();
  }

  private void forgetPolled() {
    for (int i = 0; i < POLLED; i++) {
      polled[i] = null;
    }
    polls = 0;
  }
}
