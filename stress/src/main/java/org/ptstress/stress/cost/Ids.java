package org.ptstress.stress.cost;

import java.util.Arrays;

/** The ids of a process as unboxed ints, because there may be many. */
final class Ids {
  private int[] ids = new int[4];
  private int size;

  void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
  }

  /** Removes an id if present, by moving the last one into its place. */
  void remove(int id) {
    int at = indexOf(id);
    if (at >= 0) {
      ids[at] = ids[--size];
    }
  }

  boolean contains(int id) {
    return indexOf(id) >= 0;
  }

  private int indexOf(int id) {
    for (int i = 0; i < size; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }

  int get(int index) {
    return ids[index];
  }

  int size() {
    return size;
  }
}
