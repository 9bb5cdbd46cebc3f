package org.ptstress.stress.engine.choice;

import static org.ptstress.stress.engine.choice.BoundedChoices.FIELDS;
import static org.ptstress.stress.engine.choice.BoundedChoices.STALE_READ;

/**
 * The branches of one parent that are equivalent to the one of them that was executed last: two
 * actors, one of which is preempted earlier, and the other does the same. Their own branches are
 * not equivalent, because after a stale read it may do something else.
 */
final class Equivalents {
  private static final int NOBODY = Branches.PLAINEST - 1;

  private int parent = NOBODY;
  private int[] at = new int[0];

  /** The counts of stores at the loads of the preempting actor. */
  private final IntList counts = new IntList();

  void clear() {
    parent = NOBODY;
  }

  /**
   * Replaces the branches.
   *
   * @param of their parent
   * @param where their choice points
   * @param points the points of the executed one after its last difference; a preempted actor that
   *     no access concerns is not asked for again, so that only the stale reads remain
   */
  void set(int of, int[] where, IntList points) {
    parent = of;
    at = where;
    counts.clear();
    for (int i = 0; i < points.size(); i += FIELDS) {
      if (points.get(i + 2) == STALE_READ) {
        counts.add(points.get(i + 1));
      }
    }
  }

  boolean contain(int of, int where) {
    if (of != parent) {
      return false;
    }
    for (int each : at) {
      if (each == where) {
        return true;
      }
    }
    return false;
  }

  /** Adds the points that one of the branches would have after its last difference. */
  void pointsOf(int where, int history, IntList to) {
    int number = where;
    int hash = history;
    for (int i = 0; i < counts.size(); i++) {
      hash = BoundedChoices.historyWith(hash, counts.get(i), STALE_READ);
      to.add(++number);
      to.add(counts.get(i));
      to.add(STALE_READ);
      to.add(hash);
      to.add(0);
    }
  }
}
