package org.ptstress.model.design;

import static org.ptstress.model.Claim.BOUNDED_SEARCH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.NotValidBit;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
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
 * <p>Find: load the home slot of the id and compare the timer's key, which is its id while it may
 * be found. Only if that is not the timer, look into the annex, a small hash table that most
 * processes do not have. A process with one or two timers has no slots: they are compared at once.
 *
 * <p>Insert: take the counter's next value, masked to 0..INT_MAX. With at most one timer in the
 * process, exchange what is attached to it for both. Else do it inside the process' gate, and claim
 * the home slot of the id with one exchange. If the slot holds that id, go on with the next. If it
 * holds another id, close the gate and build the slots anew: twice as many as there are timers, and
 * those timers that stand in the counter's way within the next quarter of the array in the annex.
 * If too few ids were tried since the slots were built last, put the new timer into the annex
 * instead. After 64 taken ids in a row, or as soon as half of all ids were tried, close the gate
 * and search alone: -EAGAIN if every id has a timer, else the first free one. An exact id is placed
 * in the same way, in slots with the gate closed, and sets the counter. Remove: exchange what is
 * attached for the other timer, or inside the gate empty the slot.
 *
 * <p>Publication is a store of the key, with release; invalidation a store of 0. There is no list
 * of a process' timers and so no siglock: exit walks the slots.
 *
 * <p>Progress: find is wait-free, whatever writers do. Insert and remove are lock-free with at most
 * two timers, and then wait-free but for one loop over taken ids, unless the process' gate is
 * closed, which they wait for; nothing is shared between processes. A search ends after at most 64
 * tries, or half as many as there are ids, at which other threads can move the counter on, and one
 * scan of at most 2^width ids, which nobody can prolong: with the gate closed no other thread takes
 * an id, or moves the counter but by one step that it began before there were slots. A create that
 * builds the slots anew takes time in proportion to the timers of the process, and other creates of
 * the process wait for it; whatever a process creates, restores and deletes, between two of them at
 * least a third as many ids are tried as there are timers then.
 *
 * <p>Fixed since 6.15: no lock and no chain is shared by processes; the array grows with the number
 * of timers; other threads cannot step a search past every free id. Left broken: a long-lived timer
 * that the counter passes by costs a lookup one step more while the counter is near; an exact id
 * beside a create, of a process with at most one other timer, may undo the step of the counter.
 *
 * <p>Deviation: it is in no kernel. Memory: 4 to 8 bytes a slot, 2 to 4 slots a timer, as many
 * places for each timer in the annex, and for each process that ever had three timers a gate of 128
 * bytes for each CPU, at most 1 KiB.
 *
 * <p>Source: the thread "posix-timers: CRIU woes", May 2023; the gate is the kernel's
 * percpu_rw_semaphore.
 *
 * <p>Its steps can be overridden so that seeded faults deviate in one of them.
 */
public class SelfHashingSlots implements TimerTable {
  private static final int FAST_TRIES = 64;
  private static final int SMALLEST = 4;
  private static final int MOST_COUNTERS = 8;

  /** The result of {@link #tryNext} if a timer has the id. */
  private static final int TAKEN = -Errno.EBUSY;

  private final TableConfig config;
  private final Rcu rcu;
  private final int smallest;
  private final int counters;

  /**
   * Who has had timers, by address; for audits. Lock-free, and touched twice a process: processes
   * share nothing else.
   */
  private final Map<Long, Process> processes = new ConcurrentSkipListMap<>();

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
    Object at = owner.attachment();
    if (at instanceof Object[] homes) {
      at = Slots.atHome(homes, id);
      if (!isFound(at, id)) {
        Annex annex = Slots.annex(homes);
        at = annex == null ? null : annex.find(id);
      }
    } else if (at instanceof Few.Pair pair) {
      at = isFound(pair.first(), id) ? pair.first() : pair.second();
    }
    return isFound(at, id) ? (KTimer) at : null;
  }

  /**
   * Whether this is the timer with an id, and valid. An id out of range is no timer's; the slots
   * are the process' own, so there is no owner to compare; and the read section keeps the timer
   * from being freed.
   */
  private static boolean isFound(@Nullable Object at, int id) {
    // Acquire, paired with the release in publish(): the timer's fields are visible with its key.
    return at instanceof KTimer timer && timer.keyAcquire() == KTimer.key(id);
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    register(owner);
    // Of few ids, half: then the search alone is the last of at most as many tries as there are.
    long tries = Math.min(FAST_TRIES, config.idCount() / 2);
    for (; tries > 0; tries--) {
      int id = tryNext(owner, timer);
      if (id != TAKEN) {
        return id;
      }
    }
    return searchAlone(owner, timer);
  }

  /** Tries the counter's next id; returns it, or TAKEN. */
  private int tryNext(Process owner, KTimer timer) {
    if (!Few.hasRoom(owner.attachment())) {
      return tryNextSlot(owner, timer);
    }
    int id = takeNextId(owner);
    return addToFew(owner, timer, id) ? id : placeAlone(owner, timer, id, false);
  }

  /** Adds a timer to few others; returns false if it cannot be, or not with that id. */
  private boolean addToFew(Process owner, KTimer timer, int id) {
    assigned(owner, timer, id);
    // A read section: what is attached must not be freed and come again with another id before the
    // exchange.
    int section = rcu.readLock();
    Object few = owner.attachment();
    Object more = Few.with(few, timer);
    boolean added = more != null && owner.replaceAttachment(few, more);
    rcu.readUnlock(section);
    return added;
  }

  private int tryNextSlot(Process owner, KTimer timer) {
    PercpuRwLock gate = slotsOf(owner).gate();
    int reading = enterGate(gate);
    // A read section, because a delete beside this may free the timer that is looked at.
    int section = rcu.readLock();
    Slots slots = Slots.of(owner);
    int id = takeNextId(owner);
    boolean taken = slots.contains(id);
    boolean claimed = !taken && slots.claim(assigned(owner, timer, id));
    rcu.readUnlock(section);
    leaveGate(gate, reading);
    if (taken) {
      return TAKEN;
    }
    return claimed ? id : placeAlone(owner, timer, id, false);
  }

  /** Takes the counter's value and moves the counter on, in one atomic step. */
  private int takeNextId(Process owner) {
    return owner.getAndIncrementTimerId() & config.maxId();
  }

  /** A timer with an id and its owner, which is not valid yet. */
  private static KTimer assigned(Process owner, KTimer timer, int id) {
    timer.setId(id);
    NotValidBit.mark(owner, timer);
    return timer;
  }

  /**
   * Places a timer at an id with the gate closed, so that no create is between taking an id and
   * claiming it while the counter jumps behind an exact one; returns the id, or TAKEN.
   */
  private int placeAlone(Process owner, KTimer timer, int id, boolean exact) {
    PercpuRwLock gate = slotsOf(owner).gate();
    gate.writeLock();
    boolean taken = Slots.of(owner).contains(id);
    if (!taken) {
      place(owner, timer, id);
    }
    if (!taken && exact) {
      Slots.of(owner).countJump(owner.nextTimerIdOpaque(), id);
      owner.setNextTimerIdOpaque(id + 1);
    }
    gate.writeUnlock();
    return taken ? TAKEN : id;
  }

  /**
   * Places a timer at a free id: at home, for which the slots are built anew if that is paid for;
   * otherwise in the annex. The gate is closed.
   */
  private void place(Process owner, KTimer timer, int id) {
    assigned(owner, timer, id);
    Slots slots = Slots.of(owner);
    int counter = owner.nextTimerIdOpaque();
    if (Slots.atHome(slots.homes(), id) == null || !slots.mayBeRebuilt(counter)) {
      slots.place(timer);
      return;
    }
    Slots rebuilt = slots.rebuilt(id, counter, config.maxId());
    rebuilt.place(timer);
    owner.replaceAttachment(slots.homes(), rebuilt.homes());
  }

  /**
   * Searches with the gate closed: what it finds free is free, and no other thread takes an id.
   *
   * @param owner the process
   * @param timer the timer
   * @return the id, or -EAGAIN if every id has a timer
   */
  protected int searchAlone(Process owner, KTimer timer) {
    PercpuRwLock gate = slotsOf(owner).gate();
    gate.writeLock();
    int result = -Errno.EAGAIN;
    Slots slots = Slots.of(owner);
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
    register(owner);
    if (!addToFew(owner, timer, id)) {
      return placeAlone(owner, timer, id, true);
    }
    // A create beside this may have moved the counter on meanwhile, and its step is lost, as in the
    // kernel: a later create tries that id again, and steps over it.
    owner.setNextTimerIdOpaque(id + 1);
    return id;
  }

  @Override
  public void publish(Process owner, KTimer timer) {
    // Release, paired with the acquire in find(): no lock is needed to make the fields visible.
    timer.setSignal(owner.address());
    timer.setKeyRelease(KTimer.key(timer.id()));
  }

  @Override
  public void invalidate(Process owner, KTimer timer) {
    NotValidBit.mark(owner, timer);
    timer.setKey(0);
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    boolean removed = removeFromFew(owner, timer);
    if (!removed) {
      PercpuRwLock gate = slotsOf(owner).gate();
      int reading = enterGate(gate);
      removed = Slots.of(owner).remove(timer);
      leaveGate(gate, reading);
    }
    if (!removed) {
      timer.report(Corruption.DOUBLE_REMOVE);
    }
  }

  private static boolean removeFromFew(Process owner, KTimer timer) {
    Object few = owner.attachment();
    Object rest = Few.without(few, timer);
    while (rest != null && !owner.replaceAttachment(few, rest)) {
      few = owner.attachment();
      rest = Few.without(few, timer);
    }
    return rest != null;
  }

  /**
   * Makes the gate of a process.
   *
   * @param counters how many counters those inside spread over
   * @return an open gate
   */
  protected PercpuRwLock newGate(int counters) {
    return new PercpuRwLock(counters);
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
    visit(
        owner,
        timer -> {
          if (timer.signal() == owner.address()) {
            action.accept(timer);
          }
        });
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    processes.values().forEach(process -> visit(process, action));
  }

  private static void visit(Process owner, Consumer<? super KTimer> action) {
    if (owner.attachment() instanceof Object[] homes) {
      Slots.of(homes).forEach(action);
    } else {
      Few.forEach(owner.attachment(), action);
    }
  }

  @Override
  public void release(Process owner) {
    List<KTimer> left = new ArrayList<>();
    visit(owner, left::add);
    // What exit has left behind is a leak, and stays visible.
    if (left.isEmpty()) {
      processes.remove(owner.address(), owner);
    }
  }

  @Override
  public int[] chainLengths() {
    return processes.values().stream()
        .map(Process::attachment)
        .flatMapToInt(
            at -> at instanceof Object[] homes ? Slots.of(homes).lengths() : Few.lengths(at))
        .toArray();
  }

  /** Makes a process known whose first timer this is. */
  private void register(Process owner) {
    if (owner.attachment() == null && owner.replaceAttachment(null, Few.NONE)) {
      processes.put(owner.address(), owner);
    }
  }

  /** The slots of a process; made now, of its few timers, if it has none. */
  private Slots slotsOf(Process owner) {
    if (owner.attachment() instanceof Object[] homes) {
      return Slots.of(homes);
    }
    // A read section, as in addToFew().
    int section = rcu.readLock();
    Object few = owner.attachment();
    if (!(few instanceof Object[])) {
      Slots slots = new Slots(smallest, newGate(counters), owner.nextTimerIdOpaque());
      Few.forEach(few, slots::place);
      owner.replaceAttachment(few, slots.homes());
    }
    rcu.readUnlock(section);
    return slotsOf(owner);
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "SelfHashingSlots",
          "this project, after David Laight's idea of May 2023",
          "A slot array per process, an id is its own hash, no lock and no list;"
              + " atomic counter, exact ids.",
          IdPolicy.NEXT,
          Promises.allHold()
              .holds(
                  BOUNDED_SEARCH,
                  "Other threads can make at most 64 tries fail; then one exclusive scan"
                      + " tries at most 2^width ids."),
          SelfHashingSlots::new);
    }
  }
}
