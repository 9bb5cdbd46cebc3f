package org.ptstress.stress.engine.choice;

/**
 * How far executions may differ from the plainest one.
 *
 * @param preemptions how often an actor is interrupted that could go on
 * @param staleReads how often a load returns an older store, or a store enters the order before
 *     others
 */
public record Bounds(int preemptions, int staleReads) {
  /** More than any litmus test has. */
  public static final Bounds NONE = new Bounds(1_000, 1_000);

  /** Bounds within these whose sum is at most a total, as even as may be. */
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
