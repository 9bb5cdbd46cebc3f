package org.ptstress.stress.engine.explore;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ptstress.stress.engine.hook.Access;
import org.ptstress.stress.engine.hook.Fence;
import org.ptstress.stress.engine.hook.Mode;
import org.ptstress.stress.engine.hook.Update;

/**
 * The memory model: RC11 (Lahav et al., "Repairing Sequential Consistency in C/C++11", 2017) with
 * the release sequences of C++20, without load buffering, as a view machine (Kang et al., "A
 * Promising Semantics for Relaxed-Memory Concurrency", 2017). Plain accesses are treated as opaque.
 * Real memory holds the newest store of each location.
 */
final class WeakMemory {
  private final boolean coherent;
  private final boolean stale;
  private final boolean late;
  private final boolean pins;
  private final boolean sequences;
  private final boolean acquires;
  private final boolean releases;
  private final boolean volatileOrder;
  private final boolean fences;
  private final boolean freezes;

  private final Views views = new Views();
  private final View volatiles = new View();
  private final IdentityHashMap<Object, View> frozen = new IdentityHashMap<>();
  private final IntUnaryOperator choose;
  private int moments;
  private int[] places = new int[8];

  /**
   * Creates an empty memory.
   *
   * @param rules the rules of the model
   * @param choose chooses one of a number of stores, 0 for the newest
   */
  WeakMemory(Set<Rule> rules, IntUnaryOperator choose) {
    this.choose = choose;
    this.coherent = rules.contains(Rule.COHERENCE);
    this.stale = rules.contains(Rule.STALE_READS);
    this.late = rules.contains(Rule.LATE_STORES);
    this.pins = rules.contains(Rule.PINNED_UPDATES);
    this.sequences = rules.contains(Rule.RELEASE_SEQUENCES);
    this.acquires = rules.contains(Rule.ACQUIRE);
    this.releases = rules.contains(Rule.RELEASE);
    this.volatileOrder = rules.contains(Rule.VOLATILE_ORDER);
    this.fences = rules.contains(Rule.FENCES);
    this.freezes = rules.contains(Rule.FREEZE);
  }

  void reset() {
    views.reset();
    volatiles.clear();
    frozen.clear();
    moments = 0;
  }

  /** The smallest stamp that an actor may read; its own store must come after it. */
  private long floor(Actor actor, Location at, boolean isVolatile) {
    long floor = actor.current.of(at.number);
    return isVolatile && volatileOrder
        ? Math.max(floor, Math.max(at.volatileStamp, volatiles.of(at.number)))
        : floor;
  }

  /** The number of stores. */
  int moment() {
    return moments;
  }

  /**
   * Loads a location; returns the index of the store in modification order, negative if the load
   * was explored before and there is nothing new to read.
   */
  int load(Actor actor, Location at, Mode mode) {
    int newest = at.size() - 1;
    int index = newest;
    if (stale && newest > 0) {
      long floor = Math.max(floor(actor, at, mode == Mode.VOLATILE), actor.loads.of(at.number));
      int count = 0;
      for (int i = newest; i >= 0 && at.at(i).stamp >= floor; i--) {
        if (at.at(i).moment > actor.since) {
          place(count++, i);
        }
      }
      index = count == 0 ? newest : places[count > 1 ? choose.applyAsInt(count) : 0];
      if (count == 0) {
        observe(actor, at, at.at(index), mode);
        return -1;
      }
    }
    observe(actor, at, at.at(index), mode);
    return index;
  }

  private void observe(Actor actor, Location at, Store store, Mode mode) {
    if (coherent) {
      actor.current.raise(at.number, store.stamp);
    }
    View view = store.view;
    if (view != null) {
      if (acquires && mode.acquires()) {
        actor.current.join(view);
      } else {
        actor.acquired.join(view);
      }
    }
    if (mode == Mode.VOLATILE && at.volatileStamp < store.stamp) {
      at.volatileStamp = store.stamp;
    }
  }

  /** Reads the newest store, whatever the actor's view. */
  @Nullable Object newest(Actor actor, Location at, boolean acquires) {
    Store store = at.newest();
    View view = store.view;
    if (acquires && view != null) {
      actor.current.join(view);
    }
    return store.value;
  }

  /** Stores a value; returns whether it is the newest, which real memory must then hold. */
  boolean store(Actor actor, Location at, @Nullable Object value, Mode mode) {
    int index = at.size();
    if (late && index > 1) {
      long floor = floor(actor, at, mode == Mode.VOLATILE);
      int count = 1;
      int oldest = firstSince(at, actor.sinceAsWriter);
      for (int i = index - 1; i > oldest && at.at(i).stamp > floor; i--) {
        if (!at.at(i).pinned) {
          place(count++, i);
        }
      }
      int choice = count > 1 ? choose.applyAsInt(count) : 0;
      index = choice == 0 ? index : places[choice];
    }
    View view = published(actor, mode);
    Store store = at.insert(index);
    store.set(value, store.stamp, view, false, actor.number, ++moments);
    wrote(actor, at, store, mode);
    return index == at.size() - 1;
  }

  /** The index of the oldest store since a moment. */
  private static int firstSince(Location at, int moment) {
    int index = 0;
    while (index < at.size() && at.at(index).moment <= moment) {
      index++;
    }
    return index;
  }

  private void place(int choice, int index) {
    if (choice == places.length) {
      places = Arrays.copyOf(places, 2 * choice);
    }
    places[choice] = index;
  }

  private @Nullable View published(Actor actor, Mode mode) {
    if (releases && mode.releases()) {
      return views.publish(actor);
    }
    return actor.released;
  }

  private void wrote(Actor actor, Location at, Store store, Mode mode) {
    actor.current.raise(at.number, store.stamp);
    actor.own.raise(at.number, store.stamp);
    if (mode == Mode.VOLATILE) {
      at.volatileStamp = Math.max(at.volatileStamp, store.stamp);
      volatiles.raise(at.number, store.stamp);
    }
  }

  /**
   * Updates a location. An update reads the newest store, an older one that it can directly follow,
   * or one for which its comparison fails.
   *
   * @return the index of the store that it read
   */
  int update(Actor actor, Location at, Update update, Access access, Mode mode) {
    int newest = at.size() - 1;
    int index = newest;
    if (stale && newest > 0) {
      long floor = floor(actor, at, mode == Mode.VOLATILE);
      int count = 1;
      for (int i = newest - 1; i >= 0 && at.at(i).stamp >= floor; i--) {
        boolean isNew = at.at(i).moment > actor.sinceAsWriter;
        if (isNew && (!at.at(i + 1).pinned || !update.writes(at.at(i).value))) {
          place(count++, i);
        }
      }
      int choice = count > 1 ? choose.applyAsInt(count) : 0;
      index = choice == 0 ? newest : places[choice];
    }
    Store read = at.at(index);
    observe(actor, at, read, mode);
    if (update.writes(read.value)) {
      append(actor, at, index, update, mode);
      if (index == newest) {
        access.put(at.newest().value);
      }
    }
    return index;
  }

  /** Updates a counter of a harness: without acquire semantics. */
  void count(Actor actor, Location at, @Nullable Object value, @Nullable View before) {
    View view = before == null ? views.publish(actor) : views.union(before, actor.current);
    Store store = at.insert(at.size());
    store.set(value, store.stamp, view, true, actor.number, ++moments);
  }

  private void append(Actor actor, Location at, int index, Update update, Mode mode) {
    Store read = at.at(index);
    View view = published(actor, mode);
    if (sequences && read.view != null) {
      view = view == null ? read.view : views.union(read.view, view);
    }
    Object value = update.next(read.value);
    Store store = at.insert(index + 1);
    store.set(value, store.stamp, view, pins, actor.number, ++moments);
    wrote(actor, at, store, mode);
  }

  void fence(Actor actor, Fence fence) {
    if (!fences) {
      return;
    }
    switch (fence) {
      case ACQUIRE -> actor.current.join(actor.acquired);
      case RELEASE -> actor.released = views.publish(actor);
      case LOAD_LOAD -> actor.loads.join(actor.acquired);
      case STORE_STORE -> {
        View before = actor.released;
        actor.released = before == null ? views.copyOf(actor.own) : views.union(before, actor.own);
      }
      case FULL -> {
        actor.current.join(actor.acquired);
        if (volatileOrder) {
          actor.current.join(volatiles);
          volatiles.join(actor.current);
        }
        actor.released = views.publish(actor);
      }
    }
  }

  /** The view that a monitor exit publishes. */
  View publish(Actor actor) {
    return views.publish(actor);
  }

  void freeze(Actor actor, Object object) {
    if (freezes) {
      frozen.put(object, views.publish(actor));
    }
  }

  /** Joins the frozen view of an object, on a read of a final field. */
  void thaw(Actor actor, Object object) {
    if (!frozen.isEmpty()) {
      View view = frozen.get(object);
      if (view != null) {
        actor.current.join(view);
      }
    }
  }
}
