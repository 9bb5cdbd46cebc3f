package org.ptstress.stress.engine.choice;

/**
 * Executions by what makes them differ: each is another one up to a point, and there chooses
 * otherwise.
 */
final class Branches {
  /** The execution that differs nowhere. */
  static final int PLAINEST = -1;

  /** As many as 320 MB hold. */
  static final int MOST = 16_000_000;

  private final int most;
  private final IntList from = new IntList();
  private final IntList point = new IntList();
  private final IntList choice = new IntList();
  private final IntList history = new IntList();
  private boolean full;

  Branches(int most) {
    this.most = most;
  }

  /** Adds one; returns its number, or -1 if there is no room. */
  int add(int parent, int at, int chosen, int before) {
    if (from.size() == most) {
      full = true;
      return -1;
    }
    from.add(parent);
    point.add(at);
    choice.add(chosen);
    history.add(before);
    return from.size() - 1;
  }

  /** Whether a branch was left out. */
  boolean isFull() {
    return full;
  }

  /** The number of the point where it differs, among those of its execution. */
  int point(int branch) {
    return point.get(branch);
  }

  /** The choice there. */
  int choice(int branch) {
    return choice.get(branch);
  }

  /** A hash of the numbers of choices up to there. */
  int history(int branch) {
    return history.get(branch);
  }

  /** The differences of an execution from the plainest one, the last one first. */
  void pathTo(int branch, IntList path) {
    path.clear();
    for (int each = branch; each != PLAINEST; each = from.get(each)) {
      path.add(each);
    }
  }

  void clear() {
    from.clear();
    point.clear();
    choice.clear();
    history.clear();
    full = false;
  }
}
