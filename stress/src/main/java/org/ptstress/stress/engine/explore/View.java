package org.ptstress.stress.engine.explore;

import java.util.Arrays;

/** How far each location is known: of each the stamp of a store, before which nothing is read. */
final class View {
  private long[] stamps = new long[64];
  private int size;

  /** The stamp of a location, by its number; 0 if nothing is known of it. */
  long of(int location) {
    return location < size ? stamps[location] : 0;
  }

  void raise(int location, long stamp) {
    if (location >= size) {
      grow(location + 1);
    }
    if (stamps[location] < stamp) {
      stamps[location] = stamp;
    }
  }

  void join(View other) {
    if (other.size > size) {
      grow(other.size);
    }
    long[] theirs = other.stamps;
    for (int i = other.size - 1; i >= 0; i--) {
      if (stamps[i] < theirs[i]) {
        stamps[i] = theirs[i];
      }
    }
  }

  void copy(View other) {
    if (stamps.length < other.size) {
      stamps = new long[other.stamps.length];
    } else if (size > other.size) {
      Arrays.fill(stamps, other.size, size, 0);
    }
    System.arraycopy(other.stamps, 0, stamps, 0, other.size);
    size = other.size;
  }

  void clear() {
    Arrays.fill(stamps, 0, size, 0);
    size = 0;
  }

  private void grow(int wanted) {
    if (wanted > stamps.length) {
      stamps = Arrays.copyOf(stamps, Math.max(wanted, 2 * stamps.length));
    }
    size = wanted;
  }
}
