package org.ptstress.model.design;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.timer.KTimer;

/**
 * Where {@link Slots} keeps timers whose home slot is needed by another one: hashed chains of nodes
 * that are only ever added to. A removed timer leaves an empty node behind until the chains are
 * full, one node on average; then the timers that are left move to new chains, and a lookup that
 * still walks an old one sees it as it was.
 *
 * <p>Finding and removing are wait-free but for the length of the chain. Adding needs the process'
 * gate for writing; it takes a constant time on average, because new chains have room for half as
 * many nodes as there are chains.
 */
final class Annex {
  private static final int MULTIPLIER = 0x61C88647;
  private static final VarHandle CHAINS = MethodHandles.arrayElementVarHandle(Node[].class);
  private static final VarHandle HEADS;
  private static final VarHandle TIMER;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      HEADS = lookup.findVarHandle(Annex.class, "heads", Node[].class);
      TIMER = lookup.findVarHandle(Node.class, "timer", KTimer.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** One chain for nothing, so that a lookup needs no case for it; a power of two. */
  private @Nullable Node[] heads = new @Nullable Node[1];

  /** How many nodes there are, empty ones too; guarded by the gate. */
  private int nodes;

  /** Adds a timer under its id. The caller holds the gate for writing. */
  void add(KTimer timer) {
    if (nodes == heads.length) {
      moveToNewChains();
    }
    nodes++;
    link(heads, timer);
  }

  private void moveToNewChains() {
    int[] timers = {0};
    forEach(timer -> timers[0]++);
    @Nullable Node[] roomier = new @Nullable Node[Slots.powerOfTwoFrom(2 * (timers[0] + 1))];
    forEach(timer -> link(roomier, timer));
    nodes = timers[0];
    // Release, paired with the acquire in heads(): the nodes must be visible with their chains.
    HEADS.setRelease(this, roomier);
  }

  private static void link(@Nullable Node[] heads, KTimer timer) {
    int chain = chain(heads, timer.id());
    // Release, paired with the acquire in first(): the node's fields, and the timer's identity,
    // must be visible with it.
    CHAINS.setRelease(heads, chain, new Node(timer, heads[chain]));
  }

  /** How many timers there are at most: the nodes, empty ones too. The gate is closed. */
  int nodes() {
    return nodes;
  }

  private @Nullable Node[] heads() {
    // Acquire, paired with the release in moveToNewChains().
    return (@Nullable Node[]) HEADS.getAcquire(this);
  }

  private static @Nullable Node first(@Nullable Node[] heads, int chain) {
    // Acquire, paired with the release in link().
    return (Node) CHAINS.getAcquire(heads, chain);
  }

  /** The timer with an id, valid or not, or null. */
  @Nullable KTimer find(int id) {
    @Nullable Node[] heads = heads();
    Node node = first(heads, chain(heads, id));
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
    @Nullable Node[] heads = heads();
    Node node = first(heads, chain(heads, timer.id()));
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
    @Nullable Node[] heads = heads();
    for (int chain = 0; chain < heads.length; chain++) {
      forEach(first(heads, chain), action);
    }
  }

  private static void forEach(@Nullable Node first, Consumer<? super KTimer> action) {
    for (Node node = first; node != null; node = node.next) {
      KTimer timer = node.timer();
      if (timer != null) {
        action.accept(timer);
      }
    }
  }

  /** Writes the length of every chain to an array, from an index on; returns the index behind. */
  int addLengths(int[] lengths, int from) {
    @Nullable Node[] heads = heads();
    for (int chain = 0; chain < heads.length; chain++) {
      int index = from + chain;
      forEach(first(heads, chain), timer -> lengths[index]++);
    }
    return from + heads.length;
  }

  int chains() {
    return heads().length;
  }

  private static int chain(@Nullable Node[] heads, int id) {
    // The top bits of the product. With one chain the shift is 32, which Java takes for 0: hence
    // the two steps.
    return (id * MULTIPLIER) >>> 1 >>> Integer.numberOfLeadingZeros(heads.length);
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

    /** Acquire: a lookup goes on to the timer's fields. Pairs with the release in link(). */
    private @Nullable KTimer timer() {
      return (KTimer) TIMER.getAcquire(this);
    }
  }
}
