package org.ptstress.wild.slot;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.Claim;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wild.Key;
import org.ptstress.wild.Wild;
import org.ptstress.wild.slot.SlotPool.Slot;

/**
 * A map from keys to slots, in which the timers are. A slot is used again when its timer is gone.
 */
class SlotTable extends AtomicCounterTable {
  static final Promises PROMISES =
      Wild.basics()
          .broken(
              Claim.EAGAIN_ONLY_WHEN_FULL,
              "Other threads can step the counter past every free id during the search.")
          .broken(Claim.CREATE_INDEPENDENT, "Two processes may share a bin of the map.");

  final ConcurrentHashMap<Key, Slot> slots = new ConcurrentHashMap<>();
  final SlotPool pool;

  SlotTable(TableConfig config, SlotPool pool) {
    super(config);
    this.pool = pool;
  }

  @Override
  protected boolean addAt(Process owner, KTimer timer, int id) {
    Slot slot = pool.take();
    identify(owner, timer, id);
    slot.timer.set(timer);
    if (slots.putIfAbsent(Key.of(owner, id), slot) == null) {
      return true;
    }
    empty(slot);
    return false;
  }

  private void empty(Slot slot) {
    slot.generation.getAndIncrement();
    slot.timer.set(null);
    pool.give(slot);
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    Slot slot = slots.get(Key.of(owner, id));
    KTimer timer = slot == null ? null : slot.timer.get();
    // The slot may have another timer by now.
    return timer != null && timer.signalOpaque() == owner.address() && timer.id() == id
        ? timer
        : null;
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    Slot slot = slots.remove(Key.of(owner, timer.id()));
    if (slot != null) {
      empty(slot);
    }
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    for (Slot slot : slots.values()) {
      KTimer timer = slot.timer.get();
      if (timer != null) {
        action.accept(timer);
      }
    }
  }
}
