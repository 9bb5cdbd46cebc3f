package org.ptstress.model.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Something with a next pointer that a node's {@code pprev} can point at: a chain's head, or a
 * node.
 *
 * <p>The kernel's hlist keeps the address of the previous next pointer. An object with that one
 * field is its Java form: unlinking through {@code pprev} then behaves as in the kernel even when
 * the chain is corrupt, for example when one node was added to two chains.
 */
public abstract sealed class HashLink permits HashHead, HashNode {
  private static final VarHandle NEXT;

  static {
    try {
      NEXT = MethodHandles.lookup().findVarHandle(HashLink.class, "next", HashNode.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private @Nullable HashNode next;

  HashLink() {}

  /** The next node, read plainly: for walks under the lock that guards the chain. */
  final @Nullable HashNode plainNext() {
    return next;
  }

  /** Sets the next node plainly: under the lock, or before the node is published. */
  final void setPlainNext(@Nullable HashNode node) {
    next = node;
  }

  /**
   * The next node for an RCU walk (rcu_dereference). Acquire: without it the walk could see the
   * node but not the fields that were written before it was linked. Pairs with {@link
   * #publishNext}.
   */
  final @Nullable HashNode acquireNext() {
    return (HashNode) NEXT.getAcquire(this);
  }

  /**
   * Links a node so that RCU walks can follow (rcu_assign_pointer). Release: without it a walk
   * could reach a node whose next pointer or identity is not written yet. Pairs with {@link
   * #acquireNext}.
   */
  final void publishNext(HashNode node) {
    NEXT.setRelease(this, node);
  }

  /**
   * Unlinks the node after this link while RCU walks may be on it (WRITE_ONCE). Opaque: the write
   * must happen once and whole; it needs no order, because the successor was published long before.
   */
  final void bypassNext(@Nullable HashNode successor) {
    NEXT.setOpaque(this, successor);
  }
}
