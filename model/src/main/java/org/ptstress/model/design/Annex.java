package org.ptstress.model.design;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.timer.KTimer;

/**
 * Where {@link Slots} keeps timers whose home slot is needed by another one: hashed chains of nodes
 * that are only ever added to. A removed timer leaves an empty node behind until the slots are
 * built anew.
 *
 * <p>Finding and removing are wait-free but for the length of the chain, which is one node on
 * average; adding needs the process' gate for writing.
 */
final class Annex {
  private static final int MULTIPLIER = 0x61C88647;
  private static final VarHandle HEADS = MethodHandles.arrayElementVarHandle(Node[].class);
  private static final VarHandle TIMER;

  static {
    try {
      TIMER = MethodHandles.lookup().findVarHandle(Node.class, "timer", KTimer.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final @Nullable Node[] heads;
  private final int shift;

  /** How many nodes there are, empty ones too; guarded by the gate. */
  private int nodes;

  /**
   * Makes an empty annex.
   *
   * @param timers for how many timers there must be room
   */
  Annex(int timers) {
    // Twice the room that is needed now, so that building anew is rare; one chain for nothing, so
    // that a lookup needs no case for it.
    int size = Slots.powerOfTwoFrom(Math.max(1, 2 * timers));
    this.heads = new @Nullable Node[size];
    this.shift = Integer.SIZE - Integer.numberOfTrailingZeros(size);
  }

  /** Whether one more timer keeps the chains short. */
  boolean hasRoom() {
    return nodes < heads.length;
  }

  /** Adds a timer under its id. The caller holds the gate for writing. */
  void add(KTimer timer) {
    nodes++;
    int chain = chain(timer.id());
    // Release, paired with the acquire in find(): the node's fields, and the timer's identity, must
    // be visible with it.
    HEADS.setRelease(heads, chain, new Node(timer, heads[chain]));
  }

  /** The timer with an id, valid or not, or null. */
  @Nullable KTimer find(int id) {
    Node node = (Node) HEADS.getAcquire(heads, chain(id));
    for (; node != null; node = node.next) {
      if (node.id == id) {
        KTimer timer = node.timer();
        if (timer != null) {
          return timer;
        }
      }
    }
    return null;
  }

  /** Empties the node of a timer; returns false if it has none. */
  boolean remove(KTimer timer) {
    Node node = (Node) HEADS.getAcquire(heads, chain(timer.id()));
    for (; node != null; node = node.next) {
      if (node.timer() == timer) {
        // Opaque: the write must happen once and whole; lookups may see it late and look at the
        // timer's owner.
        TIMER.setOpaque(node, null);
        return true;
      }
    }
    return false;
  }

  void forEach(Consumer<? super KTimer> action) {
    for (int chain = 0; chain < heads.length; chain++) {
      forEach(chain, action);
    }
  }

  private void forEach(int chain, Consumer<? super KTimer> action) {
    Node node = (Node) HEADS.getAcquire(heads, chain);
    for (; node != null; node = node.next) {
      KTimer timer = node.timer();
      if (timer != null) {
        action.accept(timer);
      }
    }
  }

  /** Writes the length of every chain to an array, from an index on; returns the index behind. */
  int addLengths(int[] lengths, int from) {
    for (int chain = 0; chain < heads.length; chain++) {
      int index = from + chain;
      forEach(chain, timer -> lengths[index]++);
    }
    return from + heads.length;
  }

  int chains() {
    return heads.length;
  }

  private int chain(int id) {
    // With one chain the shift is 32, which Java takes for 0: hence the two steps.
    return (id * MULTIPLIER) >>> 1 >>> (shift - 1);
  }

  /** A timer in a chain. */
  private static final class Node {
    private final int id;
    private final @Nullable Node next;

    @SuppressWarnings("UnusedVariable") // accessed through TIMER
    private @Nullable KTimer timer;

    Node(KTimer timer, @Nullable Node next) {
      this.id = timer.id();
      this.timer = timer;
      this.next = next;
    }

    /** Acquire: a lookup goes on to the timer's fields. Pairs with the release in add(). */
    private @Nullable KTimer timer() {
      return (KTimer) TIMER.getAcquire(this);
    }
  }
}
