package org.ptstress.stress.engine.choice;

import java.util.Arrays;

/** A list of unboxed ints. */
final class IntList {
  private int[] values = new int[64];
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int get(int index) {
    return values[index];
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int removeLast() {
    return values[--size];
  }

  void clear() {
    size = 0;
  }
}
