package org.ptstress.model.kernel;

/**
 * The checked mode: chain walks notice freed nodes and cycles, and timers count the tries of their
 * id search.
 *
 * <p>It is switched by the system property {@code ptstress.checked}, read once. The flag is a
 * static constant, so that the JIT removes every branch on it: benchmarks run without it and pay
 * nothing.
 */
public final class Checked {
  /** Whether the checks run in this JVM. */
  public static final boolean ON = Boolean.getBoolean("ptstress.checked");

  /**
   * Nodes that a walk may visit before the chain counts as cyclic; far above the chains of a
   * checked run.
   */
  private static final int LONGEST_CHAIN = 256;

  private Checked() {}

  /**
   * Checks one step of a chain walk. Damage is reported to the node and never thrown: the walk may
   * hold a lock.
   *
   * @param node the node that the walk stands on
   * @param steps how many nodes the walk has visited
   * @return true if the walk must give up, because it would not end
   */
  public static boolean endsWalk(HashNode node, int steps) {
    if (node.isFreed()) {
      // A kernel would not notice, and read on.
      node.report(Corruption.USE_AFTER_FREE);
    }
    if (steps > LONGEST_CHAIN) {
      node.report(Corruption.ENDLESS_CHAIN);
      return true;
    }
    return false;
  }
}
