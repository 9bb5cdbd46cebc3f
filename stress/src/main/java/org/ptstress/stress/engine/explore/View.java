package org.ptstress.stress.engine.explore;

import java.util.Arrays;

/** A view of memory: for each location the stamp of the oldest store that may still be read. */
final class View {
  private static final int NOBODY = -1;

  private long[] stamps = new long[64];
  private int size;

  /** The actor of which this is a published view, and its number; later ones hold more. */
  private int author = NOBODY;

  private int edition;

  /** The latest copy of each actor's view that was joined; earlier ones add nothing. */
  private int[] heard = new int[4];

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

  /** Makes this a numbered copy of an actor's view. */
  void publish(View known, int actor, int number) {
    copy(known);
    author = actor;
    edition = number;
  }

  void join(View other) {
    if (other.author != NOBODY && !hears(other.author, other.edition)) {
      return;
    }
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

  /** Records a joined copy; returns whether it is new. */
  private boolean hears(int actor, int number) {
    if (actor >= heard.length) {
      heard = Arrays.copyOf(heard, 2 * actor);
    }
    boolean isNew = heard[actor] < number;
    if (isNew) {
      heard[actor] = number;
    }
    return isNew;
  }

  void copy(View other) {
    forget();
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
    forget();
  }

  private void forget() {
    author = NOBODY;
    Arrays.fill(heard, 0);
  }

  private void grow(int wanted) {
    if (wanted > stamps.length) {
      stamps = Arrays.copyOf(stamps, Math.max(wanted, 2 * stamps.length));
    }
    size = wanted;
  }
}
