package org.ptstress.stress.engine.explore;

import java.util.Arrays;

/** Goes through all executions within bounds, depth first. */
final class BoundedChoices implements Choices {
  private final Bounds bounds;
  private final int total;
  private int[] counts = new int[64];
  private int[] chosen = new int[64];
  private int depth;
  private int known;
  private int preemptions;
  private int staleReads;
  private boolean redundant;
  private boolean consistent = true;
  private boolean cut;

  /**
   * Begins with the plainest execution.
   *
   * @param bounds how many of each
   * @param total how many of both together
   */
  BoundedChoices(Bounds bounds, int total) {
    this.bounds = bounds;
    this.total = total;
  }

  @Override
  public void begin() {
    depth = 0;
    preemptions = 0;
    staleReads = 0;
    redundant = false;
  }

  /** Goes on to the next execution; returns whether there is one. */
  boolean advance() {
    known = depth;
    while (known > 0) {
      if (++chosen[known - 1] < counts[known - 1]) {
        return true;
      }
      known--;
    }
    return false;
  }

  /** Begins again: the program has more places to choose at than was known. */
  void restart() {
    known = 0;
  }

  private int choose(int count) {
    if (count == 1 || redundant) {
      return 0;
    }
    if (depth == counts.length) {
      counts = Arrays.copyOf(counts, 2 * depth);
      chosen = Arrays.copyOf(chosen, 2 * depth);
    }
    if (depth >= known) {
      counts[depth] = count;
      chosen[depth] = 0;
      known = depth + 1;
    } else if (counts[depth] != count) {
      // Not thrown: this is called in the middle of the program.
      consistent = false;
      redundant = true;
      return 0;
    }
    return chosen[depth++];
  }

  /** Whether the program has always done the same when the same was chosen. */
  boolean isConsistent() {
    return consistent;
  }

  /** Whether the bound of both together has cut anything off. */
  boolean isCut() {
    return cut;
  }

  private boolean isSpent() {
    boolean spent = preemptions + staleReads >= total;
    cut |= spent && !redundant;
    return spent;
  }

  @Override
  public int preempt(int step, int current, int others) {
    if (preemptions >= bounds.preemptions() || isSpent()) {
      return current;
    }
    int choice = choose(1 + Integer.bitCount(others));
    if (choice == 0) {
      return current;
    }
    preemptions++;
    return bit(others, choice - 1);
  }

  @Override
  public int next(int step, int candidates) {
    return bit(candidates, choose(Integer.bitCount(candidates)));
  }

  @Override
  public int store(int step, int count) {
    if (staleReads >= bounds.staleReads() || isSpent()) {
      return 0;
    }
    int choice = choose(count);
    staleReads += choice > 0 ? 1 : 0;
    return choice;
  }

  /** The number of the bit that so many others precede. */
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
