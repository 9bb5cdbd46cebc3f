package org.ptstress.stress.engine.explore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last accesses of an actor's turn that commute with all accesses of the actor that preempts
 * it. Preempting it before one of them instead is equivalent: the other actor does the same, and so
 * does this one afterwards.
 */
final class CommutingAccesses {
  /** The point of an access before which the actor cannot be preempted. */
  static final int NO_POINT = -1;

  private @Nullable Location[] locations = new @Nullable Location[64];
  private boolean[] writes = new boolean[64];
  private boolean[] volatiles = new boolean[64];
  private int[] points = new int[64];
  private int size;

  /** The first access from which all commute. */
  private int first;

  void clear() {
    size = 0;
    first = 0;
  }

  /** Adds an access of the actor itself, and the choice point before it. */
  void add(@Nullable Location at, boolean isWrite, boolean isVolatile, int point) {
    if (size == points.length) {
      locations = Arrays.copyOf(locations, 2 * size);
      writes = Arrays.copyOf(writes, 2 * size);
      volatiles = Arrays.copyOf(volatiles, 2 * size);
      points = Arrays.copyOf(points, 2 * size);
    }
    locations[size] = at;
    writes[size] = isWrite;
    volatiles[size] = isVolatile;
    points[size++] = point;
  }

  /** Leaves out the accesses before which one of the preempting actor must come, or after it. */
  void meet(Actor other) {
    for (int i = size - 1; i >= first; i--) {
      if (other.conflicts(locations[i], writes[i], volatiles[i])) {
        first = i + 1;
      }
    }
  }

  /** The choice points before the accesses that commute, the last one first. */
  int[] points() {
    int[] all = new int[size - first];
    int count = 0;
    for (int i = size - 1; i >= first; i--) {
      if (points[i] != NO_POINT) {
        all[count++] = points[i];
      }
    }
    return Arrays.copyOf(all, count);
  }
}
