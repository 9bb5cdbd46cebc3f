package org.ptstress.model.design;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.timer.KTimer;

/**
 * Where {@link Slots} keeps timers whose home slot is needed by another one: a hash table with open
 * addressing, at most half full. A removed timer leaves a mark behind, so that lookups of those
 * behind it go on.
 *
 * <p>Finding and removing are wait-free: they end at an empty place, of which there always is one.
 * Adding needs the process' gate closed.
 */
final class Annex {
  private static final int MULTIPLIER = 0x61C88647;
  private static final int SMALLEST = 4;
  private static final Object REMOVED = new Object();
  private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Object[].class);

  private final @Nullable Object[] places;

  /** The number of places that are not empty; guarded by the gate. */
  private int used;

  /** Makes an empty annex. */
  Annex() {
    this(SMALLEST);
  }

  private Annex(int places) {
    this.places = new @Nullable Object[places];
  }

  /** The largest number of timers. */
  int places() {
    return places.length;
  }

  /** Whether one more timer fits in. The gate is closed. */
  boolean hasRoom() {
    return 2 * (used + 1) <= places.length;
  }

  /** The same timers in a new annex, with room for as many again. The gate is closed. */
  Annex roomier() {
    int[] timers = {0};
    forEach(timer -> timers[0]++);
    Annex roomier = new Annex(Math.max(SMALLEST, Slots.powerOfTwoFrom(4 * timers[0])));
    forEach(roomier::add);
    return roomier;
  }

  /** Adds a timer under its id, for which there is room. The gate is closed. */
  void add(KTimer timer) {
    int place = start(timer.id());
    while (places[place] instanceof KTimer) {
      place = next(place);
    }
    used += places[place] == null ? 1 : 0;
    // Release, paired with the acquire in at(): the timer's identity must be visible with it.
    PLACE.setRelease(places, place, timer);
  }

  /** The timer with an id, valid or not, or null. */
  @Nullable KTimer find(int id) {
    Object at;
    for (int place = start(id); (at = at(place)) != null; place = next(place)) {
      if (at instanceof KTimer timer && timer.id() == id) {
        return timer;
      }
    }
    return null;
  }

  /** Takes a timer out; returns false if it is not in. */
  boolean remove(KTimer timer) {
    Object at;
    for (int place = start(timer.id()); (at = at(place)) != null; place = next(place)) {
      if (at == timer) {
        // Opaque: the write must happen once and whole. A lookup that still meets the timer sees by
        // its key that it must not be found.
        PLACE.setOpaque(places, place, REMOVED);
        return true;
      }
    }
    return false;
  }

  void forEach(Consumer<? super KTimer> action) {
    for (int place = 0; place < places.length; place++) {
      if (at(place) instanceof KTimer timer) {
        action.accept(timer);
      }
    }
  }

  /** The number of timers that want each place. */
  int[] lengths() {
    int[] lengths = new int[places.length];
    forEach(timer -> lengths[start(timer.id())]++);
    return lengths;
  }

  private @Nullable Object at(int place) {
    // Acquire, paired with the release in add().
    return PLACE.getAcquire(places, place);
  }

  /** The top bits of the product. */
  private int start(int id) {
    return (id * MULTIPLIER) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
  }

  private int next(int place) {
    return (place + 1) & (places.length - 1);
  }
}
