package org.ptstress.stress.engine.record;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hash set of pairs of an object, by identity, and a number, with linear probing in two arrays.
 * Sets of boxed offsets took a third of the counting time.
 */
final class Places {
  /** Receives a pair. */
  @FunctionalInterface
  interface Visitor {
    void visit(Object base, long offset);
  }

  private @Nullable Object[] bases;
  private long[] offsets;
  private int size;

  /** Creates a set, which grows beyond the expected size. */
  Places(int expected) {
    bases = new Object[Integer.highestOneBit(Math.max(4, expected)) * 4];
    offsets = new long[bases.length];
  }

  void add(Object base, long offset) {
    int at = find(base, offset);
    if (bases[at] != null) {
      return;
    }
    bases[at] = base;
    offsets[at] = offset;
    size++;
    if (2 * size > bases.length) {
      grow();
    }
  }

  boolean contains(Object base, long offset) {
    return bases[find(base, offset)] != null;
  }

  int size() {
    return size;
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < bases.length; i++) {
      Object base = bases[i];
      if (base != null) {
        visitor.visit(base, offsets[i]);
      }
    }
  }

  /** The index of a pair, or of the free slot for it. */
  private int find(Object base, long offset) {
    int mask = bases.length - 1;
    int hash = (System.identityHashCode(base) + (int) offset) * 0x9E3779B9;
    int at = (hash ^ (hash >>> 16)) & mask;
    while (bases[at] != null && (bases[at] != base || offsets[at] != offset)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    @Nullable Object[] oldBases = bases;
    long[] oldOffsets = offsets;
    bases = new Object[2 * oldBases.length];
    offsets = new long[bases.length];
    for (int i = 0; i < oldBases.length; i++) {
      if (oldBases[i] != null) {
        int at = find(Objects.requireNonNull(oldBases[i]), oldOffsets[i]);
        bases[at] = oldBases[i];
        offsets[at] = oldOffsets[i];
      }
    }
  }
}
