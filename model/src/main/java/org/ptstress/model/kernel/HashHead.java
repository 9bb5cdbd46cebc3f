package org.ptstress.model.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The head of a chain (hlist_head). Adding needs the lock that guards the chain; RCU walks need
 * none.
 */
public non-sealed class HashHead extends HashLink {
  /** Makes an empty chain. */
  public HashHead() {}

  /**
   * The first node, for a walk under the lock.
   *
   * @return the node, or null if the chain is empty
   */
  public final @Nullable HashNode first() {
    return plainNext();
  }

  /**
   * The first node, for a walk inside an RCU read section; wait-free.
   *
   * @return the node, or null if the chain is empty
   */
  public @Nullable HashNode firstRcu() {
    return acquireNext();
  }

  /**
   * Adds a node at the head (hlist_add_head): readers hold the same lock.
   *
   * @param node the node; it must not be on a chain, though like the kernel nothing checks that
   */
  public final void addHead(HashNode node) {
    HashNode first = plainNext();
    node.setPlainNext(first);
    if (first != null) {
      first.setPprev(node);
    }
    setPlainNext(node);
    node.setPprev(this);
  }

  /**
   * Adds a node at the head while RCU walks are under way (hlist_add_head_rcu).
   *
   * @param node the node; it must not be on a chain
   */
  public void addHeadRcu(HashNode node) {
    HashNode first = plainNext();
    prepare(node, first);
    publish(node, first);
  }

  /**
   * The first half of {@link #addHeadRcu}: points the node at the rest of the chain.
   *
   * @param node the new node
   * @param first the first node of the chain so far
   */
  protected final void prepare(HashNode node, @Nullable HashNode first) {
    node.setPlainNext(first);
    node.setPprev(this);
  }

  /**
   * The second half: lets walks reach the node.
   *
   * @param node the new node
   * @param first the first node of the chain so far
   */
  protected final void publish(HashNode node, @Nullable HashNode first) {
    publishNext(node);
    if (first != null) {
      first.setPprev(node);
    }
  }

  /**
   * Makes an array of empty chains.
   *
   * @param size how many, at least 1
   * @return the heads
   */
  public static HashHead[] array(int size) {
    HashHead[] heads = new HashHead[size];
    for (int i = 0; i < size; i++) {
      heads[i] = new HashHead();
    }
    return heads;
  }
}
