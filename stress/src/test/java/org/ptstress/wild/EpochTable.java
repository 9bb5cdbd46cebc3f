package org.ptstress.wild;

import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wild.Epochs.Section;

/** A table of chains that frees timers by epochs of its own, and not by RCU. */
class EpochTable extends ChainTable {
  static final Promises PROMISES =
      Wild.ofOneWriter()
          .broken(Claim.FLAT_LOOKUP, "The chains grow with the number of timers.")
          .broken(Claim.SCALABLE_FIND, "Lookups pin an epoch in words that they share.")
          .broken(Claim.FIND_BESIDE_CHANGE, "Lookups pin an epoch in words that they share.");

  final Epochs epochs;

  EpochTable(TableConfig config, boolean advancesOnEntry) {
    super(config);
    this.epochs = new Epochs(advancesOnEntry, config.locks().newLock());
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    epochs.advance();
    epochs.free();
    return super.insert(owner, timer);
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    Section section = epochs.enter();
    try {
      return find(section, owner, id);
    } finally {
      epochs.leave(section);
    }
  }

  /** The lookup inside a section. */
  @Nullable KTimer find(Section section, Process owner, int id) {
    return super.find(owner, id);
  }

  /** The section lasts until the timer is locked and known to be live: then nobody frees it. */
  @Override
  public @Nullable KTimer findAndLock(Process owner, int id) {
    Section section = epochs.enter();
    try {
      KTimer timer = find(section, owner, id);
      if (timer == null) {
        return null;
      }
      timer.lock().lock();
      if (timer.signal() == owner.address()) {
        return timer;
      }
      timer.lock().unlock();
      return null;
    } finally {
      epochs.leave(section);
    }
  }

  @Override
  public void reclaim(Rcu rcu, KTimer timer) {
    epochs.retire(timer, stamp(timer));
  }

  /** The epoch of a removal: not older than that of anybody who can still see the timer. */
  long stamp(KTimer timer) {
    // Pairs with the fence in enter(): whoever is pinned behind this epoch sees the removal.
    VarHandle.fullFence();
    return epochs.epoch();
  }
}
