package org.ptstress.wild.slot;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wild.Key;
import org.ptstress.wild.slot.SlotPool.Slot;

/** A table of slots in which a lookup that meets a deleted timer helps to remove it. */
abstract class HelpingTable extends SlotTable {
  /** {@code it_signal} of a deleted timer; one that is not valid yet has its owner and the bit. */
  private static final long DELETED = 0;

  HelpingTable(TableConfig config) {
    super(config, new SlotPool());
  }

  @Override
  public void invalidate(Process owner, KTimer timer) {
    super.invalidate(owner, timer);
    timer.setSignal(DELETED);
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    Key key = Key.of(owner, id);
    Slot slot = slots.get(key);
    int generation = slot == null ? 0 : slot.generation.get();
    KTimer timer = slot == null ? null : slot.timer.get();
    if (slot == null || timer == null || timer.id() != id) {
      return null;
    }
    long signal = timer.signalOpaque();
    if (signal == DELETED) {
      meet(key, slot, generation, timer);
    }
    return signal == owner.address() ? timer : null;
  }

  /** A lookup has met a deleted timer in a slot. */
  abstract void meet(Key key, Slot slot, int generation, KTimer timer);
}
