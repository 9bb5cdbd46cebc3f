package org.ptstress.stress.engine.choice;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Enumerates all executions within bounds, each once, in the order of the total of preemptions and
 * stale reads (Musuvathi and Qadeer, "Iterative Context Bounding for Systematic Testing of
 * Multithreaded Programs", 2007). A pending execution is stored as its parent and the point where
 * it differs from it, so backtracking needs no re-execution.
 */
public final class BoundedChoices implements Choices {
  private final Bounds bounds;

  /** Whether executions are ordered by their total of preemptions and stale reads. */
  private final boolean byTotal;

  /** Selects the slice by the step of the first preemption or stale read. */
  private final IntPredicate slice;

  private final Branches branches;

  /** A stack of executions with the same total as their parent, which run next. */
  private final IntList free = new IntList();

  private IntList level = new IntList();
  private int nextOfLevel;
  private IntList nextLevel = new IntList();
  private int total;

  /** The current execution, and its differences from the plainest one. */
  private int current = Branches.PLAINEST;

  private final IntList forced = new IntList();
  private int nextForced;

  /** The choice points of this execution after its last difference. */
  private final IntList points = new IntList();

  private int point;
  private int history;
  private int preemptions;
  private int staleReads;
  private boolean redundant;
  private final Equivalents equivalents = new Equivalents();
  private boolean equivalent;
  private boolean consistent = true;
  private boolean complete;

  private BoundedChoices(Bounds bounds, boolean byTotal, IntPredicate slice, int mostBranches) {
    this.bounds = bounds;
    this.byTotal = byTotal;
    this.slice = slice;
    this.branches = new Branches(mostBranches);
  }

  /**
   * The executions within bounds, the plainest one first.
   *
   * @param bounds the bounds
   * @return the choices
   */
  public static BoundedChoices within(Bounds bounds) {
    return new BoundedChoices(bounds, true, step -> true, Branches.MOST);
  }

  /**
   * The executions without preemptions and stale reads, and those within bounds whose first one is
   * at certain steps. The first actor does not divide them: half of all have it in common.
   *
   * @param bounds the bounds
   * @param slice whether a step, by its number, is one of those
   * @return the choices
   */
  public static BoundedChoices within(Bounds bounds, IntPredicate slice) {
    return new BoundedChoices(bounds, true, slice, Branches.MOST);
  }

  /** The executions within bounds, with a limit on pending ones. */
  static BoundedChoices within(Bounds bounds, int mostBranches) {
    return new BoundedChoices(bounds, true, step -> true, mostBranches);
  }

  /**
   * All executions, in no particular order.
   *
   * @return the choices
   */
  public static BoundedChoices all() {
    return new BoundedChoices(Bounds.NONE, false, step -> true, Branches.MOST);
  }

  @Override
  public void begin() {
    point = 0;
    history = 0;
    nextForced = forced.size();
    points.clear();
    preemptions = 0;
    staleReads = 0;
    redundant = false;
  }

  /**
   * Ends an execution.
   *
   * @return whether there is another execution
   */
  public boolean advance() {
    // The program is inconsistent if it did not reach a forced choice.
    consistent &= nextForced == 0;
    if (!consistent) {
      return false;
    }
    keepBranches();
    int next = takeNext();
    if (next < 0) {
      complete = !branches.isFull();
      return false;
    }
    current = next;
    branches.pathTo(next, forced);
    equivalent = equivalents.contain(branches.parent(next), branches.point(next));
    if (equivalent) {
      points.clear();
      equivalents.pointsOf(branches.point(next), branches.history(next), points);
    }
    return true;
  }

  /**
   * Whether the current execution is equivalent to an earlier one, and can be left out.
   *
   * @return true if it need not be executed before {@link #advance}
   */
  public boolean isEquivalent() {
    return equivalent;
  }

  @Override
  public int points() {
    return point;
  }

  @Override
  public void equivalent(int[] earlier) {
    equivalents.set(branches.parent(current), earlier, points);
  }

  private int takeNext() {
    if (!free.isEmpty()) {
      return free.removeLast();
    }
    if (nextOfLevel == level.size() && !nextLevel.isEmpty() && !branches.isFull()) {
      IntList done = level;
      level = nextLevel;
      done.clear();
      nextLevel = done;
      nextOfLevel = 0;
      total++;
    }
    return nextOfLevel < level.size() ? level.get(nextOfLevel++) : -1;
  }

  /** Pushes the branches so that the last point is taken first, as in depth-first search. */
  private void keepBranches() {
    for (int i = points.size() - FIELDS; i >= 0; i -= FIELDS) {
      boolean waits = byTotal && points.get(i + 2) != FREE;
      for (int choice = 1; waits && choice < points.get(i + 1); choice++) {
        add(nextLevel, i, choice);
      }
    }
    for (int i = 0; i < points.size(); i += FIELDS) {
      boolean waits = byTotal && points.get(i + 2) != FREE;
      for (int choice = points.get(i + 1) - 1; !waits && choice > 0; choice--) {
        add(free, i, choice);
      }
    }
  }

  /**
   * The fields of a point: its number, the number of choices, their kind, the history, the step.
   */
  static final int FIELDS = 5;

  /** The kinds of choices: those that do not count towards the total, preemptions, stale reads. */
  static final int FREE = 0;

  static final int PREEMPTION = 1;
  static final int STALE_READ = 2;

  private void add(IntList to, int at, int choice) {
    if (to == nextLevel && total == 0 && !slice.test(points.get(at + 4))) {
      return;
    }
    int branch = branches.add(current, points.get(at), choice, points.get(at + 3));
    if (branch >= 0) {
      to.add(branch);
    }
  }

  /** Restarts the enumeration, because the program has more choice points than were known. */
  public void restart() {
    branches.clear();
    equivalents.clear();
    equivalent = false;
    free.clear();
    level.clear();
    nextLevel.clear();
    nextOfLevel = 0;
    total = 0;
    current = Branches.PLAINEST;
    forced.clear();
  }

  private int choose(int step, int count, int kind) {
    if (count == 1 || redundant) {
      return 0;
    }
    int here = point++;
    history = historyWith(history, count, kind);
    if (nextForced == 0) {
      points.add(here);
      points.add(count);
      points.add(kind);
      points.add(history);
      points.add(step);
      return 0;
    }
    int branch = forced.get(nextForced - 1);
    if (branches.point(branch) != here) {
      return 0;
    }
    nextForced--;
    if (branches.history(branch) != history) {
      // Recorded rather than thrown, because the caller is in the middle of the program.
      consistent = false;
      redundant = true;
      return 0;
    }
    return branches.choice(branch);
  }

  /** A hash of the choice counts up to a point. */
  static int historyWith(int before, int count, int kind) {
    return 31 * before + 2 * count + (kind == FREE ? 0 : 1);
  }

  /**
   * Whether equal choices have always led to equal executions.
   *
   * @return false if the program is not deterministic, so that nothing is exhausted
   */
  public boolean isConsistent() {
    return consistent;
  }

  /**
   * The largest bounds within which no execution is left.
   *
   * @return null if there are none
   */
  public @Nullable Bounds exhausted() {
    return complete ? bounds : total == 0 ? null : bounds.most(total - 1);
  }

  @Override
  public int preempt(int step, int current, int others) {
    if (preemptions >= bounds.preemptions()) {
      return current;
    }
    int choice = choose(step, 1 + Integer.bitCount(others), PREEMPTION);
    if (choice == 0) {
      return current;
    }
    preemptions++;
    return bit(others, choice - 1);
  }

  @Override
  public int next(int step, int candidates) {
    return bit(candidates, choose(step, Integer.bitCount(candidates), FREE));
  }

  @Override
  public int store(int step, int count) {
    if (staleReads >= bounds.staleReads()) {
      return 0;
    }
    int choice = choose(step, count, STALE_READ);
    staleReads += choice > 0 ? 1 : 0;
    return choice;
  }

  /** The number of the set bit with an index. */
  static int bit(int mask, int index) {
    int left = mask;
    for (int i = 0; i < index; i++) {
      left &= left - 1;
    }
    return Integer.numberOfTrailingZeros(left);
  }

  @Override
  public boolean reduces() {
    return true;
  }

  @Override
  public boolean isBounded() {
    return !bounds.equals(Bounds.NONE);
  }

  @Override
  public void redundant() {
    redundant = true;
  }
}
