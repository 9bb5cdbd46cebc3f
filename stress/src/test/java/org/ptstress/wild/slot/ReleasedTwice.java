package org.ptstress.wild.slot;

import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wild.Key;
import org.ptstress.wild.Wild;
import org.ptstress.wild.slot.SlotPool.Slot;

/**
 * A pool whose slots are marked as released, so that two who release one push it once (netty/netty
 * 11037). Here a lookup that meets a deleted timer releases its slot, as the delete does.
 *
 * <p>The mark is checked, and then set: both releasers see it clear, and both push. The slot is in
 * the free list twice, its successor is itself, and all later timers get the same slot. The cure is
 * a compare-and-set of the mark.
 */
public final class ReleasedTwice {
  private static final String ORIGIN = "netty/netty 11037";

  private ReleasedTwice() {}

  /** Checks, then sets. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "ReleasedTwice",
          ORIGIN,
          "Slots that lookups help to release; the mark is checked, then set.",
          SlotTable.PROMISES,
          config ->
              new Table(config) {
                @Override
                boolean mark(Slot slot, KTimer timer) {
                  if (slot.timer.get() != timer) {
                    return false;
                  }
                  slot.timer.set(null);
                  return true;
                }
              });
    }
  }

  /** Compares and sets. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "ReleasedTwiceCured",
          ORIGIN,
          "Slots that lookups help to release; the mark is compared and set.",
          SlotTable.PROMISES,
          config ->
              new Table(config) {
                @Override
                boolean mark(Slot slot, KTimer timer) {
                  return slot.timer.compareAndSet(timer, null);
                }
              });
    }
  }

  private abstract static class Table extends HelpingTable {
    Table(TableConfig config) {
      super(config);
    }

    /** Marks a slot as released; returns whether the caller is the one who releases it. */
    abstract boolean mark(Slot slot, KTimer timer);

    @Override
    void meet(Key key, Slot slot, int generation, KTimer timer) {
      if (mark(slot, timer)) {
        slot.generation.getAndIncrement();
        slots.remove(key, slot);
        pool.give(slot);
      }
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Key key = Key.of(owner, timer.id());
      Slot slot = slots.get(key);
      if (slot != null) {
        meet(key, slot, 0, timer);
      }
    }
  }
}
