package org.ptstress.model.design;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.kernel.PercpuRwLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The timers of a process that has had two at once: an array in which a timer's home is the slot
 * {@code id & mask}, and an {@link Annex} for those that cannot be at home. An id is its own hash,
 * and the ids of a counter fill the array without a collision.
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

  /** In front of the slots, in their array: these slots themselves, and their annex. */
  private static final int SLOTS = 0;

  private static final int ANNEX = 1;
  private static final int FIRST = 2;

  private static final VarHandle HOME = MethodHandles.arrayElementVarHandle(Object[].class);

  /**
   * What lookups need, in one object: a home for each slot, a power of two of them, and the annex,
   * null as long as it is not needed. A process has this array and not these slots, so that a
   * lookup goes from the process to the array to the timer, and touches nothing else.
   */
  private final @Nullable Object[] homes;

  private final PercpuRwLock gate;

  /**
   * The value of the process' counter when these slots were built. It moves along when the counter
   * jumps, so that the counter is as far ahead of it as ids were tried since. Guarded by the gate.
   */
  private int builtAt;

  /**
   * Makes empty slots.
   *
   * @param capacity how many timers can be at home, a power of two
   * @param gate the process' gate
   * @param counter the value of the process' counter
   */
  Slots(int capacity, PercpuRwLock gate, int counter) {
    this.homes = new @Nullable Object[FIRST + capacity];
    this.homes[SLOTS] = this;
    this.gate = gate;
    this.builtAt = counter;
  }

  /** The slots of a process that has some. */
  static Slots of(Process owner) {
    return of((@Nullable Object[]) Objects.requireNonNull(owner.attachment(), "no timers"));
  }

  /** The slots whose array this is. */
  static Slots of(@Nullable Object[] homes) {
    // Plain: written before the array was attached, and never again.
    return (Slots) Objects.requireNonNull(homes[SLOTS]);
  }

  /** The content of the home slot of an id: the timer with that id, another one, or null. */
  static @Nullable KTimer atHome(@Nullable Object[] homes, int id) {
    // Acquire, paired with the exchange in claim() and the release in place(): the timer's identity
    // must be visible with it.
    return (KTimer) HOME.getAcquire(homes, home(homes, id));
  }

  /** The annex behind the slots, or null if no timer has to be there. */
  static @Nullable Annex annex(@Nullable Object[] homes) {
    // Acquire, paired with the release in addToAnnex(): the annex is reached with its timers.
    return (Annex) HOME.getAcquire(homes, ANNEX);
  }

  private static int home(@Nullable Object[] homes, int id) {
    return FIRST + (id & (homes.length - FIRST - 1));
  }

  @Nullable Object[] homes() {
    return homes;
  }

  PercpuRwLock gate() {
    return gate;
  }

  /** The number of home slots. */
  int capacity() {
    return homes.length - FIRST;
  }

  /** Whether a timer has the id, valid or not. */
  boolean contains(int id) {
    KTimer timer = atHome(homes, id);
    if (timer != null && timer.id() == id) {
      return true;
    }
    Annex annex = annex(homes);
    return annex != null && annex.find(id) != null;
  }

  /** Puts a timer into its home slot; returns false if that is not empty. */
  boolean claim(KTimer timer) {
    // Volatile exchange: of two creators only one gets the slot, and what was written to the timer
    // before is visible to the thread that finds it. Pairs with the acquire in atHome().
    return HOME.compareAndSet(homes, home(homes, timer.id()), (Object) null, timer);
  }

  /** Puts a timer into its home slot, or into the annex if that is taken. The gate is closed. */
  void place(KTimer timer) {
    if (atHome(homes, timer.id()) == null) {
      // Release, paired with the acquire in atHome().
      HOME.setRelease(homes, home(homes, timer.id()), timer);
    } else {
      addToAnnex(timer);
    }
  }

  private void addToAnnex(KTimer timer) {
    Annex before = annex(homes);
    Annex annex = before == null ? new Annex() : before.hasRoom() ? before : before.roomier();
    annex.add(timer);
    if (annex != before) {
      // Release, paired with the acquire in annex(). A lookup that still walks the one before sees
      // it as it was.
      HOME.setRelease(homes, ANNEX, annex);
    }
  }

  /** Takes a timer out; returns false if it is not in. */
  boolean remove(KTimer timer) {
    if (atHome(homes, timer.id()) != timer) {
      Annex annex = annex(homes);
      return annex != null && annex.remove(timer);
    }
    // Opaque: the write must happen once and whole. Whoever claims the slot next reads nothing of
    // the timer that was in it.
    HOME.setOpaque(homes, home(homes, timer.id()), (Object) null);
    return true;
  }

  void forEach(Consumer<? super KTimer> action) {
    for (int slot = 0; slot < capacity(); slot++) {
      KTimer timer = atHome(homes, slot);
      if (timer != null) {
        action.accept(timer);
      }
    }
    Annex annex = annex(homes);
    if (annex != null) {
      annex.forEach(action);
    }
  }

  /** The number of timers, valid or not. The gate is closed. */
  int size() {
    int[] size = {0};
    forEach(timer -> size[0]++);
    return size[0];
  }

  /** Whether every one of so many ids has a timer. The gate is closed. */
  boolean isFull(long ids) {
    Annex annex = annex(homes);
    // Counts only what can be full: at the kernel's width no array can.
    return capacity() + (annex == null ? 0L : annex.places()) >= ids && size() == ids;
  }

  /** The number of timers that want each slot and each place of the annex. */
  IntStream lengths() {
    IntStream lengths =
        IntStream.range(0, capacity()).map(slot -> atHome(homes, slot) == null ? 0 : 1);
    Annex annex = annex(homes);
    return annex == null ? lengths : IntStream.concat(lengths, IntStream.of(annex.lengths()));
  }

  /** Counts one try of an id that the counter, which stands at a value now, jumps to. */
  void countJump(int counter, int id) {
    builtAt += id - counter;
  }

  /** Whether enough ids were tried to pay for building anew. The gate is closed. */
  boolean mayBeRebuilt(int counter) {
    return Integer.compareUnsigned(counter - builtAt, window(capacity())) >= 0;
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
   * @param counter the value of the process' counter
   * @param maxId the largest id
   */
  Slots rebuilt(int next, int counter, int maxId) {
    // No more slots than ids: then no two ids share a slot.
    long wanted = Math.min(2L * (size() + 1), Math.min(maxId + 1L, LARGEST));
    Slots rebuilt = new Slots(powerOfTwoFrom((int) wanted), gate, counter);
    int capacity = rebuilt.capacity();
    forEach(
        timer -> {
          int steps = (timer.id() - next) & (capacity - 1);
          // The counter does not need the home of an id that it will find taken.
          boolean isAhead = ((timer.id() - next) & maxId) < capacity;
          if (steps >= window(capacity) || isAhead) {
            rebuilt.place(timer);
          } else {
            rebuilt.addToAnnex(timer);
          }
        });
    return rebuilt;
  }

  /** The smallest power of two that is not below a number. */
  static int powerOfTwoFrom(int number) {
    return number <= 1 ? 1 : Integer.highestOneBit(number - 1) << 1;
  }
}
