package org.ptstress.wild.slot;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wild.Key;
import org.ptstress.wild.Wild;
import org.ptstress.wild.slot.SlotPool.Slot;

/**
 * A removal by slot, after the slot was recycled (pelikan-io/cache-rs 50). Here a lookup that meets
 * a deleted timer leaves its slot to the next create to be swept.
 *
 * <p>The delete frees the slot, a create takes it and then sweeps: it removes its own timer, the
 * next incarnation. The cure carries the generation of the slot.
 */
public final class RemovesBySlot {
  private static final String ORIGIN = "pelikan-io/cache-rs 50";

  private RemovesBySlot() {}

  /** Removes what the slot holds now. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "RemovesBySlot",
          ORIGIN,
          "Slots that lookups leave to creates to be swept, by their slot.",
          SlotTable.PROMISES,
          config ->
              new Table(config) {
                @Override
                int generation(Ticket ticket) {
                  return ticket.slot.generation.get();
                }
              });
    }
  }

  /** Removes what the slot held. */
  public static final class Cured extends Wild {
    /** For the service loader. */
    public Cured() {
      super(
          "RemovesBySlotCured",
          ORIGIN,
          "Slots that lookups leave to creates to be swept, by slot and generation.",
          SlotTable.PROMISES,
          config ->
              new Table(config) {
                @Override
                int generation(Ticket ticket) {
                  return ticket.generation;
                }
              });
    }
  }

  private record Ticket(Key key, Slot slot, int generation) {}

  private abstract static class Table extends HelpingTable {
    private final Queue<Ticket> tickets = new ConcurrentLinkedQueue<>();

    Table(TableConfig config) {
      super(config);
    }

    /** The generation that is to be removed. */
    abstract int generation(Ticket ticket);

    @Override
    void meet(Key key, Slot slot, int generation, KTimer timer) {
      // Of a slot that is being released the timer is seen for a moment longer.
      if ((generation & 1) == 0) {
        tickets.add(new Ticket(key, slot, generation));
      }
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      boolean added = super.addAt(owner, timer, id);
      for (Ticket ticket = tickets.poll(); ticket != null; ticket = tickets.poll()) {
        if (ticket.slot.timer.get() != null) {
          release(ticket.key, ticket.slot, generation(ticket));
        }
      }
      return added;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      Key key = Key.of(owner, timer.id());
      Slot slot = slots.get(key);
      int generation = slot == null ? 0 : slot.generation.get();
      if (slot != null && slot.timer.get() == timer) {
        release(key, slot, generation);
      }
    }

    /** Of those who release one generation of a slot one comes through. */
    private void release(Key key, Slot slot, int generation) {
      if (slot.generation.compareAndSet(generation, generation + 1)) {
        slot.timer.set(null);
        slots.remove(key, slot);
        pool.give(slot);
      }
    }
  }
}
