package org.ptstress.stress.engine.explore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Site;

/** A thread of the program with its views of the stores. */
final class Actor {
  /** The host of an actor that has not started. */
  static final int NOWHERE = -1;

  /** The moment before all stores. */
  static final int EVER = -1;

  /** The number of polled locations that are remembered; a loop polls few. */
  private static final int POLLED = 8;

  final int number;
  final int bit;

  /** The stores that it has read or written, or learnt of by an acquire. */
  final View current = new View();

  /** The number of published copies of the view. */
  int editions;

  /** The view that an acquire fence would join into the current one. */
  final View acquired = new View();

  /** The view that load-load fences add, for loads only. */
  final View loads = new View();

  /** Its own stores. */
  final View own = new View();

  /** The view that relaxed stores publish after a release fence. */
  @Nullable View released;

  /** Whether its next access is known. */
  boolean isPending;

  /** The location of the next access; null for a fence. */
  @Nullable Location pending;

  boolean pendingWrites;
  boolean pendingIsVolatile;

  /**
   * The moment from which stores are new to its next load: earlier ones were tried in the execution
   * in which it was not preempted there.
   */
  int since = EVER;

  /** The same for a store or an update, which costs others more if it comes first. */
  int sinceAsWriter = EVER;

  /** The accesses of its turn, before which it could have been preempted. */
  final CommutingAccesses passed = new CommutingAccesses();

  /** The number of its host thread. */
  int host;

  /** Accesses since its last switch. */
  int turn;

  /** Whether it has accessed anything new since its last wait or spin hint. */
  boolean foundNew;

  /** Rounds of waiting without anything new. */
  int rounds;

  /** The monitors that it has entered without the explorer's leave. */
  final List<Object> held = new ArrayList<>();

  @Nullable Throwable thrown;

  /** Its last spin hint, until its next access. */
  @Nullable Site spun;

  /** The site of its last call of a JDK atomic class, whose accesses count as the site's. */
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
    passed.clear();
    since = EVER;
    sinceAsWriter = EVER;
    host = NOWHERE;
    foundNew = false;
    rounds = 0;
    held.clear();
    thrown = null;
    spun = null;
    caller = null;
    forgetPolled();
  }

  /** Whether it is still in one of them; called in its thread. */
  boolean holds() {
    if (held.isEmpty()) {
      return false;
    }
    held.removeIf(monitor -> !Thread.holdsLock(monitor));
    return !held.isEmpty();
  }

  void pend(@Nullable Location location, boolean writes, boolean isVolatile) {
    isPending = true;
    pending = location;
    pendingWrites = writes;
    pendingIsVolatile = isVolatile;
  }

  /** Whether its next access and another one, of another actor, do not commute. */
  boolean conflicts(@Nullable Location location, boolean writes, boolean isVolatile) {
    boolean volatiles = pendingIsVolatile && isVolatile;
    if (pending == location) {
      return pendingWrites || writes || volatiles;
    }
    // A full fence, which has no location, conflicts with a volatile access.
    return volatiles && (pending == null || location == null);
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

  /** Makes the newest stores of polled locations visible: memory is fair to a waiting loop. */
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
