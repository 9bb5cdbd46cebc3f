package org.ptstress.shape;

import java.util.HashSet;
import java.util.Set;

/** The ids of one process, of which a create may get any that is free. */
abstract class IdPool {
  private final int maxId;
  private final Set<Integer> taken = new HashSet<>();

  IdPool(int maxId) {
    this.maxId = maxId;
  }

  /** An id that is not taken, if there is one. */
  abstract int choose();

  /** An id is free again. */
  void freed(int id) {}

  /** An id was taken that the pool has not chosen. */
  void takenByOthers(int id) {}

  final int maxId() {
    return maxId;
  }

  final boolean isTaken(int id) {
    return taken.contains(id);
  }

  /** Takes an id; returns -1 if none is free. */
  final synchronized int take() {
    if (taken.size() == maxId + 1L) {
      return -1;
    }
    int id = choose();
    taken.add(id);
    return id;
  }

  /** Takes an id that was asked for, unless it is taken. */
  final synchronized boolean takeExactly(int id) {
    boolean wasFree = taken.add(id);
    if (wasFree) {
      takenByOthers(id);
    }
    return wasFree;
  }

  /** Gives an id back. */
  final synchronized void giveBack(int id) {
    taken.remove(id);
    freed(id);
  }
}
