package org.ptstress.stress.engine.explore;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The modelled monitors. Only the holder here enters the JVM's own monitor. */
final class Monitors {
  private final IdentityHashMap<Object, Held> held = new IdentityHashMap<>();

  private static final class Held {
    @Nullable Actor owner;
    int depth;
    int entered;
    @Nullable View view;
  }

  void reset() {
    held.clear();
  }

  boolean enter(Object monitor, Actor actor) {
    Held state = held.computeIfAbsent(monitor, object -> new Held());
    if (state.owner != null && state.owner != actor) {
      return false;
    }
    state.owner = actor;
    state.entered |= actor.bit;
    if (state.depth++ == 0 && state.view != null) {
      actor.current.join(state.view);
    }
    return true;
  }

  /** Notes a monitor entered without leave; returns whether no other actor has entered it. */
  boolean hold(Object monitor, Actor actor) {
    Held state = held.computeIfAbsent(monitor, object -> new Held());
    state.entered |= actor.bit;
    return state.entered == actor.bit;
  }

  /** Exits a monitor; returns whether it is free now. */
  boolean exit(Object monitor, WeakMemory memory) {
    Held state = held.get(monitor);
    if (state == null || state.owner == null || --state.depth > 0) {
      return false;
    }
    state.view = memory.publish(state.owner);
    state.owner = null;
    return true;
  }

  /** The number of monitors that more than one actor has entered. */
  int meetings() {
    return (int)
        held.values().stream().filter(state -> Integer.bitCount(state.entered) > 1).count();
  }
}
