package org.ptstress.model.design;

import static org.ptstress.model.Claim.BOUNDED_SEARCH;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.NotValidBit;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Checked;
import org.ptstress.model.kernel.Corruption;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.PercpuRwLock;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A table without a hash and without a list, after David Laight's idea of May 2023: every process
 * has an array of slots, and an id is its own hash, because the lookup is {@code slots[id & mask]}
 * and a compare. What he gets by handing out ids that fit the free slots is had here from a
 * counter, so that ids stay sequential, and a process can be restored with any ids.
 *
 * <p>Find: load the home slot of the id and compare the timer's id. Only if another timer is at
 * home there look into the annex, a small hash table: one step more.
 *
 * <p>Insert: inside the process' gate take the counter's next value, masked to 0..INT_MAX, and
 * claim its home slot with one exchange. If the slot holds that id, go on with the next. If it
 * holds another id, close the gate and build the slots anew: twice as many as there are timers, and
 * those timers that stand in the counter's way within the next quarter of the array in the annex.
 * If too few ids were tried since the slots were built last, put the new timer into the annex
 * instead. After 64 taken ids in a row, or as soon as half of all ids were tried, close the gate
 * and search alone: -EAGAIN if every id has a timer, else the first free one. An exact id is placed
 * in the same way with the gate closed, and sets the counter. Remove: inside the gate, empty the
 * slot.
 *
 * <p>Publication is a store of the owner's address, with release; invalidation sets bit 0. There is
 * no list of a process' timers and so no siglock: exit walks the slots.
 *
 * <p>Progress: find is wait-free, whatever writers do. Insert and remove are wait-free but for one
 * loop over taken ids, unless the process' gate is closed, which they then wait for; nothing is
 * shared between processes. A search ends after at most 64 tries, or half as many as there are ids,
 * at which other threads can move the counter on, and one scan of at most 2^width ids, which counts
 * as one try: with the gate closed no other thread moves the counter or takes an id. A create that
 * builds the slots anew takes time in proportion to the timers of the process, and other creates of
 * the process wait for it; whatever a process creates, restores and deletes, between two of them at
 * least a third as many ids are tried as there are timers then.
 *
 * <p>Fixed since 6.15: no lock and no chain is shared by processes; the array grows with the number
 * of timers; other threads cannot step a search past every free id. Left broken: a long-lived timer
 * that the counter passes by costs a lookup one step more while the counter is near.
 *
 * <p>Deviation: it is in no kernel. Memory: 4 to 8 bytes a slot, 2 to 4 slots a timer, a node for
 * each timer in the annex, and for each process that ever had a timer a gate of 128 bytes for each
 * CPU, at most 1 KiB.
 *
 * <p>Source: the thread "posix-timers: CRIU woes", May 2023; the gate is the kernel's
 * percpu_rw_semaphore.
 *
 * <p>Its steps can be overridden so that seeded faults deviate in one of them.
 */
public class SelfHashingSlots implements TimerTable {
  private static final int FAST_TRIES = 64;
  private static final int SMALLEST = 16;
  private static final int MOST_COUNTERS = 8;

  private final TableConfig config;
  private final Rcu rcu;
  private final int smallest;
  private final int counters;

  /**
   * Who has slots, by address; for audits. Lock-free, and touched twice a process: processes share
   * nothing else.
   */
  private final Map<Long, Process> processes = new ConcurrentSkipListMap<>();

  /** What a try to claim an id came to. */
  private enum Claim {
    CLAIMED,
    /** A timer has the id. */
    TAKEN,
    /** The id is free, but its home slot is not. */
    COLLIDES
  }

  /**
   * Makes an empty table.
   *
   * @param config its dimensions; the buckets limit how small a process' array starts
   * @param rcu the domain of its lookups
   */
  public SelfHashingSlots(TableConfig config, Rcu rcu) {
    this.config = config;
    this.rcu = rcu;
    this.smallest = Math.min(SMALLEST, config.buckets());
    this.counters = Math.min(MOST_COUNTERS, Slots.powerOfTwoFrom(config.cpus()));
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    @Nullable Object[] homes = Slots.homesOf(owner);
    if (homes == null) {
      return null;
    }
    KTimer timer = Slots.atHome(homes, id);
    if (timer == null || timer.id() != id) {
      timer = Slots.of(homes).annex().find(id);
    }
    // An id out of range is equal to no timer's. The slots are the process' own, and the read
    // section keeps the timer from being freed, so the bit says all: there is no owner to compare.
    // Acquire, paired with the release in publish(): the timer's fields are visible with the
    // cleared bit.
    return timer != null && (timer.signalAcquire() & KTimer.NOT_VALID) == 0 ? timer : null;
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    Slots slots = slotsOf(owner);
    // Of few ids, half: then the search alone is the last of at most as many tries as there are.
    long tries = Math.min(FAST_TRIES, config.idCount() / 2);
    for (; tries > 0; tries--) {
      if (Checked.ON) {
        timer.noteTry();
      }
      int reading = enterGate(slots.gate());
      int id = takeNextId(owner);
      Claim claim = claim(owner, timer, id);
      leaveGate(slots.gate(), reading);
      if (claim == Claim.CLAIMED || (claim == Claim.COLLIDES && claimAlone(owner, timer, id))) {
        return id;
      }
    }
    return searchAlone(owner, timer);
  }

  /**
   * Takes the counter's value and moves the counter on, in one atomic step.
   *
   * @param owner the process
   * @return the id to try
   */
  protected int takeNextId(Process owner) {
    return owner.getAndIncrementTimerId() & config.maxId();
  }

  /** One try. The caller is inside the gate. */
  private Claim claim(Process owner, KTimer timer, int id) {
    Slots slots = attached(owner);
    // A read section, because a delete beside this may free the timer that is looked at.
    int section = rcu.readLock();
    KTimer occupant = slots.atHome(id);
    boolean taken = (occupant != null && occupant.id() == id) || slots.annex().find(id) != null;
    if (!taken && occupant == null) {
      timer.setId(id);
      NotValidBit.mark(owner, timer);
      occupant = slots.claim(timer);
      // Nothing is added to the annex while this thread is inside the gate, so the id is still free
      // there; and whoever came first to the slot may have come with the same id.
      taken = occupant != null && occupant.id() == id;
    }
    rcu.readUnlock(section);
    if (taken) {
      return Claim.TAKEN;
    }
    return occupant == null ? Claim.CLAIMED : Claim.COLLIDES;
  }

  /** Places a timer at an id with the gate closed, unless another has got it meanwhile. */
  private boolean claimAlone(Process owner, KTimer timer, int id) {
    PercpuRwLock gate = attached(owner).gate();
    gate.writeLock();
    boolean free = !attached(owner).contains(id);
    if (free) {
      place(owner, timer, id);
    }
    gate.writeUnlock();
    return free;
  }

  /**
   * Places a timer at a free id: at home, for which the slots are built anew if that is paid for;
   * otherwise in the annex. The gate is closed.
   */
  private void place(Process owner, KTimer timer, int id) {
    timer.setId(id);
    NotValidBit.mark(owner, timer);
    Slots slots = attached(owner);
    slots.countTo(owner.nextTimerIdOpaque());
    if (slots.atHome(id) != null && slots.mayBeRebuilt()) {
      slots = slots.rebuilt(id, smallest, config.maxId());
      slots.place(timer);
      slots.attachTo(owner);
    } else {
      slots.place(timer);
    }
  }

  /**
   * Searches with the gate closed: what it finds free is free, and no other thread moves the
   * counter.
   *
   * @param owner the process
   * @param timer the timer
   * @return the id, or -EAGAIN if every id has a timer
   */
  protected int searchAlone(Process owner, KTimer timer) {
    PercpuRwLock gate = attached(owner).gate();
    gate.writeLock();
    if (Checked.ON) {
      // The whole scan: nobody can prolong it.
      timer.noteTry();
    }
    int result = -Errno.EAGAIN;
    Slots slots = attached(owner);
    if (!slots.isFull(config.idCount())) {
      do {
        result = takeNextId(owner);
      } while (slots.contains(result));
      place(owner, timer, result);
    }
    gate.writeUnlock();
    return result;
  }

  @Override
  public boolean hasExactIds() {
    return true;
  }

  @Override
  public int insertAt(Process owner, KTimer timer, int id) {
    // With the gate closed, so that no create is between taking an id and claiming it while the
    // counter jumps, and the ids that were tried are counted right.
    PercpuRwLock gate = slotsOf(owner).gate();
    gate.writeLock();
    boolean free = !attached(owner).contains(id);
    if (free) {
      place(owner, timer, id);
      attached(owner).countFrom(id);
      owner.setNextTimerIdOpaque(id + 1);
    }
    gate.writeUnlock();
    return free ? id : -Errno.EBUSY;
  }

  @Override
  public void publish(Process owner, KTimer timer) {
    // Release, paired with the acquire in find(): no lock is needed to make the fields visible.
    timer.setSignalRelease(owner.address());
  }

  @Override
  public void invalidate(Process owner, KTimer timer) {
    NotValidBit.mark(owner, timer);
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    PercpuRwLock gate = attached(owner).gate();
    int reading = enterGate(gate);
    boolean removed = attached(owner).remove(timer);
    leaveGate(gate, reading);
    if (!removed) {
      timer.report(Corruption.DOUBLE_REMOVE);
    }
  }

  /**
   * Enters the process' gate: until it is left, the slots are not built anew.
   *
   * @param gate the gate
   * @return a token for {@link #leaveGate}
   */
  protected int enterGate(PercpuRwLock gate) {
    return gate.readLock();
  }

  /**
   * Leaves the process' gate.
   *
   * @param gate the gate
   * @param token what {@link #enterGate} returned
   */
  protected void leaveGate(PercpuRwLock gate, int token) {
    gate.readUnlock(token);
  }

  @Override
  public void forEachOf(Process owner, Consumer<? super KTimer> action) {
    Slots slots = Slots.of(owner);
    if (slots != null) {
      slots.forEach(
          timer -> {
            if (timer.signal() == owner.address()) {
              action.accept(timer);
            }
          });
    }
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    processes.values().forEach(process -> attached(process).forEach(action));
  }

  @Override
  public void release(Process owner) {
    Slots slots = Slots.of(owner);
    // What exit has left behind is a leak, and stays visible.
    if (slots != null && slots.size() == 0) {
      processes.remove(owner.address(), owner);
    }
  }

  @Override
  public int[] chainLengths() {
    int[] lengths =
        new int[processes.values().stream().mapToInt(process -> attached(process).chains()).sum()];
    int from = 0;
    for (Process process : processes.values()) {
      from = attached(process).addLengths(lengths, from);
    }
    return lengths;
  }

  /** The slots of a process, attached now if it has none. */
  private Slots slotsOf(Process owner) {
    Slots slots = Slots.of(owner);
    return slots != null ? slots : attach(owner);
  }

  private Slots attach(Process owner) {
    Slots empty = new Slots(smallest, new PercpuRwLock(counters));
    Slots attached = empty.attachIfAbsent(owner);
    if (attached == empty) {
      processes.put(owner.address(), owner);
    }
    return attached;
  }

  /** The slots of a process that has created a timer. */
  private static Slots attached(Process owner) {
    return Objects.requireNonNull(Slots.of(owner), "the process has no timers");
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "SelfHashingSlots",
          "this project, after David Laight's idea of May 2023",
          "A slot array for each process, an id is its own hash, no lock and no list; atomic counter, exact ids.",
          IdPolicy.NEXT,
          Promises.allHold()
              .holds(
                  BOUNDED_SEARCH,
                  "Other threads can spoil at most 64 tries; then one scan of at most 2^width ids, alone,"
                      + " counts as one."),
          SelfHashingSlots::new);
    }
  }
}
