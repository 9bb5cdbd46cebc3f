package org.ptstress.stress.engine.explore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A field or element with its stores in modification order. */
final class Location {
  private static final Object NOTHING = new Object();

  /** The gap between the stamps of consecutive stores, which leaves room for late stores. */
  private static final long GAP = 1L << 36;

  final int number;
  @Nullable Object base = NOTHING;
  long offset;
  Key key = Key.NONE;
  Treatment treatment = Treatment.ORDINARY;

  /** Its slot in the hash table of locations, and the next location in that slot. */
  int slot;

  @Nullable Location next;

  /** Bit masks of the actors that have read it, and of those that have written it. */
  int readers;

  int writers;

  /** A bit mask of the actors that have updated it. */
  int updaters;

  /** A bit mask of the actors that have accessed it. */
  private int known;

  /** A bit mask of the actors that have accessed it since the last change of any location. */
  private int visitors;

  private int visited;

  /** The stamp of the last store that a volatile access wrote or read. */
  long volatileStamp;

  private Store[] stores = new Store[4];
  private int size;

  Location(int number) {
    this.number = number;
    for (int i = 0; i < stores.length; i++) {
      stores[i] = new Store();
    }
  }

  void begin(
      @Nullable Object base, long offset, Key key, Treatment treatment, @Nullable Object value) {
    this.base = base;
    this.offset = offset;
    this.key = key;
    this.treatment = treatment;
    readers = 0;
    writers = 0;
    updaters = 0;
    known = 0;
    visitors = 0;
    volatileStamp = 0;
    size = 1;
    stores[0].set(value, 0, null, false, Store.NOBODY, 0);
  }

  /** Whether this is the actor's first access since the last change of any location. */
  boolean isNew(Actor actor, int changes) {
    if (visited != changes) {
      visited = changes;
      visitors = 0;
    }
    boolean isNew = (visitors & actor.bit) == 0;
    visitors |= actor.bit;
    return isNew;
  }

  /** Whether this is the actor's first access. */
  boolean isFirst(Actor actor) {
    boolean isFirst = (known & actor.bit) == 0;
    known |= actor.bit;
    return isFirst;
  }

  boolean isAt(@Nullable Object otherBase, long otherOffset) {
    return base == otherBase && offset == otherOffset;
  }

  int size() {
    return size;
  }

  /** A store by its place, the oldest first. */
  Store at(int index) {
    return stores[index];
  }

  Store newest() {
    return stores[size - 1];
  }

  /** Inserts a store into the modification order; sets its stamp only. */
  Store insert(int index) {
    if (size == stores.length) {
      stores = Arrays.copyOf(stores, 2 * size);
      for (int i = size; i < stores.length; i++) {
        stores[i] = new Store();
      }
    }
    Store store = stores[size];
    System.arraycopy(stores, index, stores, index + 1, size - index);
    stores[index] = store;
    size++;
    long before = stores[index - 1].stamp;
    store.stamp =
        index == size - 1 ? before + GAP : before + (stores[index + 1].stamp - before) / 2;
    return store;
  }
}
