package org.ptstress.run.result;

/**
 * The bound of an exploration: the distance from executions in which each actor runs until it ends
 * or waits, and every load returns the newest value.
 *
 * @param preemptions the preemption bound: switches away from a runnable actor, at least 0
 * @param staleReads the number of loads that return an older value than the newest, at least 0;
 *     with 0, memory is sequentially consistent
 */
public record Bound(int preemptions, int staleReads) {
  /** Rejects negative components. */
  public Bound {
    if (preemptions < 0 || staleReads < 0) {
      throw new IllegalArgumentException(
          "A bound of "
              + preemptions
              + " preemptions and "
              + staleReads
              + " stale reads is invalid; give numbers from 0 on.");
    }
  }

  /**
   * Whether every execution within another bound is within this one.
   *
   * @param other the other bound
   * @return true for the same bound
   */
  public boolean covers(Bound other) {
    return preemptions >= other.preemptions && staleReads >= other.staleReads;
  }

  /**
   * The bound in words.
   *
   * @return such as "2 preemptions and 1 stale read"
   */
  public String text() {
    return count(preemptions, "preemption") + " and " + count(staleReads, "stale read");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
