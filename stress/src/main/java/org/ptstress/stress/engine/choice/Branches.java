package org.ptstress.stress.engine.choice;

/** A tree of executions: each equals its parent up to a point, and there takes another choice. */
final class Branches {
  /** The root: the execution without differences. */
  static final int PLAINEST = -1;

  /** The maximum number of branches, which take 320 MB. */
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

  /** Adds a branch; returns its number, or -1 if the tree is full. */
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

  /** The execution from which a branch differs; {@link #PLAINEST} has no number. */
  int parent(int branch) {
    return from.get(branch);
  }

  /** The number of the choice point where it differs from its parent. */
  int point(int branch) {
    return point.get(branch);
  }

  /** The choice at that point. */
  int choice(int branch) {
    return choice.get(branch);
  }

  /** A hash of the choice counts up to that point. */
  int history(int branch) {
    return history.get(branch);
  }

  /** Collects the differences of an execution from the plainest one, the last one first. */
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
