package org.ptstress.wild.slot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wild.Key;
import org.ptstress.wild.OneWriterTable;
import org.ptstress.wild.Wild;
import org.ptstress.wild.slot.SlotPool.Slot;

/**
 * Slots by handles of an index and a generation, packed with another shift in some operations
 * (hawkw/sharded-slab 80).
 *
 * <p>Up to 16 bits of id the index has 16 bits; removes unpack as if it had at any width. With wide
 * ids a slot that was used before has another generation for them: they take the timer for removed,
 * and it stays. The cure is one place that packs and unpacks.
 */
public final class TwoShifts {
  private static final String ORIGIN = "hawkw/sharded-slab 80";
  private static final int DEFAULT_SHIFT = 16;

  private TwoShifts() {}

  /** Unpacks with two shifts. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "TwoShifts",
          ORIGIN,
          "Slots by packed handles, which removes unpack with the shift of narrow ids.",
          ofOneWriter(),
          config -> new Table(config, DEFAULT_SHIFT));
    }
  }

  /** Unpacks with one shift. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "TwoShiftsCured",
          ORIGIN,
          "Slots by packed handles, which all operations unpack with the shift of the width.",
          ofOneWriter(),
          config -> new Table(config, shift(config)));
    }
  }

  private static int shift(TableConfig config) {
    return Math.max(DEFAULT_SHIFT, config.idBits());
  }

  private static final class Table extends OneWriterTable {
    private final ConcurrentHashMap<Key, Long> handles = new ConcurrentHashMap<>();
    private final int shift;
    private final int shiftOfRemoves;

    private volatile Slot[] slots = new Slot[0];

    /** Guarded by the writers' lock. */
    private final Deque<Integer> free = new ArrayDeque<>();

    Table(TableConfig config, int shiftOfRemoves) {
      super(config);
      this.shift = shift(config);
      this.shiftOfRemoves = shiftOfRemoves;
    }

    private static int index(long handle, int shift) {
      return (int) (handle & ((1L << shift) - 1));
    }

    private static int generation(long handle, int shift) {
      return (int) (handle >>> shift);
    }

    @Override
    protected @Nullable KTimer lookup(Process owner, int id) {
      Long handle = handles.get(Key.of(owner, id));
      if (handle == null) {
        return null;
      }
      Slot slot = slots[index(handle, shift)];
      KTimer timer = slot.timer.get();
      return slot.generation.get() == generation(handle, shift) ? timer : null;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      Key key = Key.of(owner, id);
      if (handles.containsKey(key)) {
        return false;
      }
      identify(owner, timer, id);
      int index = free.isEmpty() ? addSlots() : free.pop();
      Slot slot = slots[index];
      slot.timer.set(timer);
      handles.put(key, ((long) slot.generation.get() << shift) | index);
      return true;
    }

    /** Doubles the slots; returns one of the new ones. */
    private int addSlots() {
      Slot[] before = slots;
      Slot[] after = Arrays.copyOf(before, Math.max(4, 2 * before.length));
      for (int i = before.length; i < after.length; i++) {
        after[i] = new Slot();
        free.add(i);
      }
      slots = after;
      return free.pop();
    }

    @Override
    protected void unhash(Process owner, KTimer timer) {
      Key key = Key.of(owner, timer.id());
      Long handle = handles.get(key);
      if (handle == null) {
        return;
      }
      int index = index(handle, shiftOfRemoves);
      int generation = generation(handle, shiftOfRemoves);
      Slot slot = slots[index];
      if (!slot.generation.compareAndSet(generation, generation + 1)) {
        return;
      }
      handles.remove(key);
      slot.timer.set(null);
      free.push(index);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      List<Long> all = new ArrayList<>(handles.values());
      for (long handle : all) {
        KTimer timer = slots[index(handle, shift)].timer.get();
        if (timer != null) {
          action.accept(timer);
        }
      }
    }
  }
}
