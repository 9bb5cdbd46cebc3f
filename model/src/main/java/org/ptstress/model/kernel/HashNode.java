package org.ptstress.model.kernel;

import org.jspecify.annotations.Nullable;

/** A node of a chain (hlist_node). Unlinking needs the lock that guards the chain. */
public abstract non-sealed class HashNode extends HashLink {
  /**
   * The link whose next pointer points here, or null while the node is on no chain. Guarded by the
   * chain's lock.
   */
  private @Nullable HashLink pprev;

  /** For subclasses. */
  protected HashNode() {}

  /**
   * The next node, for a walk under the lock.
   *
   * @return the node, or null at the end of the chain
   */
  public final @Nullable HashNode next() {
    return plainNext();
  }

  /**
   * The next node, for a walk inside an RCU read section; wait-free.
   *
   * @return the node, or null at the end of the chain
   */
  public final @Nullable HashNode nextRcu() {
    return acquireNext();
  }

  /** Unlinks the node (hlist_del); its next pointer is lost, so no walk may be standing on it. */
  public final void unlink() {
    bypass();
    setPlainNext(null);
  }

  /** Unlinks the node (hlist_del_rcu); a walk that stands on it goes on to its successors. */
  public final void unlinkRcu() {
    bypass();
  }

  private void bypass() {
    HashLink previous = pprev;
    if (previous == null) {
      // A kernel would crash here. Not thrown, because the caller holds a lock.
      report(Corruption.DOUBLE_REMOVE);
      return;
    }
    HashNode successor = plainNext();
    previous.bypassNext(successor);
    if (successor != null) {
      successor.setPprev(previous);
    }
    pprev = null;
  }

  /** Clears both links, as zero-filling does, whether or not the node is still on a chain. */
  protected final void clearLinks() {
    setPlainNext(null);
    pprev = null;
  }

  final void setPprev(HashLink link) {
    pprev = link;
  }

  /**
   * Whether the memory of this node was given back to its allocator.
   *
   * @return true if following this node is a use after free
   */
  protected abstract boolean isFreed();

  /**
   * The number of nodes that a chain could hold; in checked mode.
   *
   * @return at least 1, this one
   */
  protected abstract int population();

  /**
   * Keeps a report of damage that was met at this node.
   *
   * @param corruption what was met
   */
  public abstract void report(Corruption corruption);
}
