package org.ptstress.model.design;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.PercpuRwLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The timers of one process: an array in which a timer's home is the slot {@code id & mask}, and an
 * {@link Annex} for those that cannot be at home. An id is its own hash, and the ids of a counter
 * fill the array without a collision.
 *
 * <p>Lookups take no lock. Claiming a slot and emptying it need the process' gate for reading;
 * everything that adds to the annex or builds the array anew needs it for writing. An array that
 * was replaced is not changed any more: a lookup that still stands on it sees it as it was.
 *
 * <p>Building anew takes time in proportion to the timers, so ids that were tried since have to pay
 * for it: as many as a quarter of the array, and so at least a third as many as there are timers.
 */
final class Slots {
  /** As many slots as an array can have. */
  private static final long LARGEST = 1L << 30;

  private static final VarHandle HOME = MethodHandles.arrayElementVarHandle(Object[].class);

  /**
   * These slots themselves, and behind them a home for each slot, a power of two of them. A process
   * has this array and not the object, so that a lookup that finds its timer at home goes from the
   * process to the array to the timer, and touches nothing else.
   */
  private final @Nullable Object[] homes;

  private final Annex annex = new Annex();
  private final PercpuRwLock gate;

  /** How many ids were tried since these slots were built; guarded by the gate, as the next. */
  private long tried;

  /** The value of the process' counter up to which they are counted. */
  private int countedTo;

  /**
   * Makes empty slots.
   *
   * @param capacity how many timers can be at home, a power of two
   * @param gate the process' gate
   */
  Slots(int capacity, PercpuRwLock gate) {
    this.homes = new @Nullable Object[1 + capacity];
    this.homes[0] = this;
    this.gate = gate;
  }

  PercpuRwLock gate() {
    return gate;
  }

  Annex annex() {
    return annex;
  }

  /** What is in the home slot of an id: the timer with that id, another one, or null. */
  @Nullable KTimer atHome(int id) {
    return atHome(homes, id);
  }

  /** The same for a lookup, which has the array of {@link #homesOf}. */
  static @Nullable KTimer atHome(@Nullable Object[] homes, int id) {
    // Acquire, paired with the exchange in claim() and the release in place(): the timer's identity
    // must be visible with it.
    return (KTimer) HOME.getAcquire(homes, slot(homes, id));
  }

  private static int slot(@Nullable Object[] homes, int id) {
    return 1 + (id & (homes.length - 2));
  }

  /** Whether a timer has the id, valid or not. */
  boolean contains(int id) {
    KTimer timer = atHome(id);
    return (timer != null && timer.id() == id) || annex.find(id) != null;
  }

  /**
   * Puts a timer into its empty home slot; returns what is in the slot if it is not empty.
   *
   * @return null if the slot was empty and is the timer's now
   */
  @Nullable KTimer claim(KTimer timer) {
    // Volatile exchange: of two creators only one gets the slot, and what was written to the timer
    // before is visible to whoever finds it. Pairs with the acquire in atHome().
    return (KTimer) HOME.compareAndExchange(homes, slot(homes, timer.id()), (KTimer) null, timer);
  }

  /** Puts a timer into its home slot, or into the annex if that is taken. The gate is closed. */
  void place(KTimer timer) {
    if (atHome(timer.id()) == null) {
      HOME.setRelease(homes, slot(homes, timer.id()), timer);
    } else {
      annex.add(timer);
    }
  }

  /** Takes a timer out; returns false if it is not in. */
  boolean remove(KTimer timer) {
    if (atHome(timer.id()) != timer) {
      return annex.remove(timer);
    }
    // Opaque: the write must happen once and whole. Whoever claims the slot next reads nothing of
    // the timer that was in it.
    HOME.setOpaque(homes, slot(homes, timer.id()), (KTimer) null);
    return true;
  }

  void forEach(Consumer<? super KTimer> action) {
    for (int slot = 0; slot < capacity(); slot++) {
      KTimer timer = atHome(slot);
      if (timer != null) {
        action.accept(timer);
      }
    }
    annex.forEach(action);
  }

  /** How many timers there are, valid or not. The gate is closed. */
  int size() {
    int[] size = {0};
    forEach(timer -> size[0]++);
    return size[0];
  }

  /** Whether every one of so many ids has a timer. The gate is closed. */
  boolean isFull(long ids) {
    // Counts only what can be full: at the kernel's width no array can.
    return capacity() + (long) annex.nodes() >= ids && size() == ids;
  }

  /** How many timers could be at home. */
  int capacity() {
    return homes.length - 1;
  }

  /** How many chains there are: the slots, and the chains of the annex. */
  int chains() {
    return capacity() + annex.chains();
  }

  /** Writes the length of every chain to an array, from an index on; returns the index behind. */
  int addLengths(int[] lengths, int from) {
    for (int slot = 0; slot < capacity(); slot++) {
      lengths[from + slot] = atHome(slot) == null ? 0 : 1;
    }
    return annex.addLengths(lengths, from + capacity());
  }

  /** Counts the ids that the process' counter has handed out. The gate is closed. */
  void countTo(int counter) {
    tried += Integer.toUnsignedLong(counter - countedTo);
    countedTo = counter;
  }

  /**
   * Goes on counting from an id that was tried, behind which the counter is set. The gate is
   * closed.
   */
  void countFrom(int id) {
    countedTo = id;
  }

  /** Whether enough ids were tried to pay for building anew. The gate is closed. */
  boolean mayBeRebuilt() {
    return tried >= window(capacity());
  }

  /** For how many ids of the counter building anew makes room. */
  private static int window(int capacity) {
    return Math.max(1, capacity / 4);
  }

  /**
   * The same timers in new slots, at most half full, in which an id and those that the counter
   * hands out behind it have empty homes. The gate is closed.
   *
   * <p>Timers whose home the counter reaches within a quarter of the array move to the annex; they
   * can come back when it has passed. So of long-lived timers under a counter that runs around the
   * array, more than half are at home, and building anew costs a create a few steps on average.
   *
   * @param next the id
   * @param smallest the least capacity
   * @param maxId the largest id
   */
  Slots rebuilt(int next, int smallest, int maxId) {
    // No more slots than ids: then no two ids share a slot.
    long wanted = Math.min(2L * (size() + 1), Math.min(maxId + 1L, LARGEST));
    int capacity = powerOfTwoFrom((int) Math.max(smallest, wanted));
    int window = window(capacity);
    Slots rebuilt = new Slots(capacity, gate);
    rebuilt.countedTo = countedTo;
    forEach(
        timer -> {
          int steps = (timer.id() - next) & (capacity - 1);
          // The counter does not need the home of an id that it will find taken.
          boolean isAhead = ((timer.id() - next) & maxId) < capacity;
          if (steps >= window || isAhead) {
            rebuilt.place(timer);
          } else {
            rebuilt.annex.add(timer);
          }
        });
    return rebuilt;
  }

  /** The smallest power of two that is not below a positive number. */
  static int powerOfTwoFrom(int number) {
    return number == 1 ? 1 : Integer.highestOneBit(number - 1) << 1;
  }

  /** The slots of a process, or null before its first create. */
  static @Nullable Slots of(Process owner) {
    @Nullable Object[] homes = homesOf(owner);
    return homes == null ? null : of(homes);
  }

  /** The slots whose array this is. */
  static Slots of(@Nullable Object[] homes) {
    // Plain: written before the array was attached, and never again.
    return (Slots) Objects.requireNonNull(homes[0]);
  }

  /** The array of a process' slots, or null before its first create. */
  static @Nullable Object @Nullable [] homesOf(Process owner) {
    return (@Nullable Object[]) owner.attachment();
  }

  /** Makes these the slots of a process. The gate is closed. */
  void attachTo(Process owner) {
    owner.attach(homes);
  }

  /** Makes these the slots of a process that has none; returns the ones that it has now. */
  Slots attachIfAbsent(Process owner) {
    return of((@Nullable Object[]) owner.attachIfAbsent(homes));
  }
}
