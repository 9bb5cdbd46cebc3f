package org.ptstress.model.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The MCS lock (Mellor-Crummey and Scott 1991; mcs_spinlock.h): waiters queue up and each polls a
 * node of its own, so a release touches one waiter's cache line however many wait. FIFO. The
 * kernel's qspinlock is built on it.
 *
 * <p>Every thread owns four nodes, so it can hold or wait for at most four queued locks at a time;
 * one more is refused. Unlocking waits for a successor that has joined the queue and not yet linked
 * itself.
 *
 * <p>Deviations from qspinlock: no pending byte, so the second thread already queues; a node is in
 * use until the lock is released, where qspinlock needs it only while waiting.
 */
public final class QueuedLock implements SpinLock {
  private static final int NODES_PER_THREAD = 4;
  private static final VarHandle TAIL;
  private static final VarHandle NEXT;
  private static final VarHandle GRANTED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(QueuedLock.class, "tail", Node.class);
      NEXT = lookup.findVarHandle(Node.class, "next", Node.class);
      GRANTED = lookup.findVarHandle(Node.class, "granted", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final ThreadLocal<Node[]> NODES = ThreadLocal.withInitial(QueuedLock::newNodes);

  /** The last thread of the queue, or null if the lock is free. */
  @SuppressWarnings("UnusedVariable") // accessed through TAIL
  private @Nullable Node tail;

  /** The holder's node; read and written only by the holder. */
  private @Nullable Node holder;

  /** Makes a free lock. */
  public QueuedLock() {}

  @Override
  public void lock() {
    Node node = freeNode();
    node.inUse = true;
    node.granted = false;
    node.next = null;
    // Full exchange: it publishes the node's fields to the successor that finds it as its
    // predecessor, and acquires
    // what the last holder released when the queue was empty.
    Node predecessor = (Node) TAIL.getAndSet(this, node);
    if (predecessor != null) {
      // Release, paired with the acquire in unlock(): the predecessor must find our granted flag
      // cleared before it
      // sets it.
      NEXT.setRelease(predecessor, node);
      // Acquire, paired with the release in unlock(): the critical section must not start before
      // the hand-over.
      while (!(boolean) GRANTED.getAcquire(node)) {
        Thread.onSpinWait();
      }
    }
    holder = node;
  }

  @Override
  public void unlock() {
    Node node = holder;
    if (node == null) {
      throw new IllegalStateException("A queued lock that nobody holds cannot be unlocked.");
    }
    holder = null;
    Node successor = (Node) NEXT.getAcquire(node);
    if (successor == null) {
      // Release, paired with the exchange in lock(): the critical section's writes must be visible
      // to the next holder.
      // The strong form is used: a spurious failure would wait below for a successor that does not
      // exist.
      if (TAIL.compareAndSet(this, node, null)) {
        node.inUse = false;
        return;
      }
      // A successor has taken the tail and is about to link itself.
      while ((successor = (Node) NEXT.getAcquire(node)) == null) {
        Thread.onSpinWait();
      }
    }
    node.inUse = false;
    // Release, paired with the acquire in lock().
    GRANTED.setRelease(successor, true);
  }

  private static Node freeNode() {
    for (Node node : NODES.get()) {
      if (!node.inUse) {
        return node;
      }
    }
    throw new IllegalStateException(
        "A thread can hold at most " + NODES_PER_THREAD + " queued locks at a time.");
  }

  private static Node[] newNodes() {
    Node[] nodes = new Node[NODES_PER_THREAD];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new Node();
    }
    return nodes;
  }

  @SuppressWarnings("UnusedVariable") // accessed through NEXT and GRANTED
  private static final class Node {
    private @Nullable Node next;
    private boolean granted;

    /** Whether the owning thread uses this node; touched only by that thread. */
    private boolean inUse;
  }
}
