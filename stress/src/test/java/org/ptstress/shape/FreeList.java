package org.ptstress.shape;

import java.util.ArrayDeque;

/** Freed ids come back before one that was never used: the last first, or the first first. */
final class FreeList extends IdPool {
  private final boolean lastFirst;
  private final ArrayDeque<Integer> freed = new ArrayDeque<>();
  private long unused;

  FreeList(int maxId, boolean lastFirst) {
    super(maxId);
    this.lastFirst = lastFirst;
  }

  @Override
  int choose() {
    if (!freed.isEmpty()) {
      return lastFirst ? freed.removeLast() : freed.removeFirst();
    }
    while (isTaken((int) unused)) {
      unused++;
    }
    return (int) unused++;
  }

  @Override
  void freed(int id) {
    // Those beyond are still to come.
    if (id < unused) {
      freed.addLast(id);
    }
  }

  @Override
  void takenByOthers(int id) {
    freed.remove(id);
  }
}
