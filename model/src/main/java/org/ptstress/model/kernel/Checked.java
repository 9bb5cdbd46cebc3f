package org.ptstress.model.kernel;

/**
 * The checked mode: chain walks notice freed nodes and cycles, and timers notice who uses them when
 * they are freed, and count the tries of their id search.
 *
 * <p>It is switched by the system property {@code ptstress.checked}, read once. The flag is a
 * static constant, so that the JIT removes every branch on it: benchmarks run without it and pay
 * nothing.
 */
public final class Checked {
  /** Whether the checks run in this JVM. */
  public static final boolean ON = Boolean.getBoolean("ptstress.checked");

  /**
   * A walk is not looked at before it has visited more nodes than this: every look reads shared
   * memory, which the walk itself does not.
   */
  private static final int SHORT_WALK = 16;

  private Checked() {}

  /**
   * Checks one step of a chain walk. Damage is reported to the node and never thrown: the walk may
   * hold a lock.
   *
   * @param node the node that the walk stands on
   * @param steps how many nodes the walk has visited
   * @return true if the walk must give up, because it would not end: it has visited more nodes than
   *     there are, and the chain leads back to the node
   */
  public static boolean endsWalk(HashNode node, int steps) {
    if (node.isFreed()) {
      // A kernel would not notice, and read on.
      node.report(Corruption.USE_AFTER_FREE);
    }
    if (steps <= SHORT_WALK) {
      return false;
    }
    int nodes = node.population();
    // The second condition is the proof: a walk among threads that unhash and hash again may visit
    // many nodes, and end all the same.
    if (steps > nodes && leadsBack(node, nodes)) {
      node.report(Corruption.ENDLESS_CHAIN);
      return true;
    }
    return false;
  }

  private static boolean leadsBack(HashNode node, int nodes) {
    HashNode other = node.nextRcu();
    for (int i = 0; i < nodes && other != null && other != node; i++) {
      other = other.nextRcu();
    }
    return other == node;
  }
}
