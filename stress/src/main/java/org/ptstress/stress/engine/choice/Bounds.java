package org.ptstress.stress.engine.choice;

/**
 * The bounds of the differences from the plainest execution.
 *
 * @param preemptions the preemption bound: switches away from a runnable actor
 * @param staleReads the number of loads that return an older store, and of stores that enter the
 *     modification order before others
 */
public record Bounds(int preemptions, int staleReads) {
  /** Bounds beyond those of any litmus test. */
  public static final Bounds NONE = new Bounds(1_000, 1_000);

  /** The most even bounds within these whose sum is at most a total. */
  Bounds most(int total) {
    int stale = Math.min(staleReads, total / 2);
    int preempted = Math.min(preemptions, total - stale);
    return new Bounds(preempted, Math.min(staleReads, total - preempted));
  }

  /**
   * The same without stale reads: the interleavings.
   *
   * @return the changed copy
   */
  public Bounds withoutStaleReads() {
    return new Bounds(preemptions, 0);
  }
}
