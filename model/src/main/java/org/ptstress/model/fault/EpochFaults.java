package org.ptstress.model.fault;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.BucketLockHash;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Reclamation by counters of readers, which the table keeps itself. */
final class EpochFaults {
  private EpochFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "PinWithoutFence",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A lookup announces itself without a full fence, so its reads may"
                + " precede the announcement.",
            (config, rcu) -> new Pinned(config, false)));
  }

  /** The tables with the wrong step put right. */
  static List<Fault> mended() {
    return List.of(
        new Fault(
            "PinWithFence",
            "BucketLockHash",
            Claim.NO_STALE_FIND,
            "A lookup announces itself and issues a full fence.",
            (config, rcu) -> new Pinned(config, true)));
  }

  /**
   * A delete waits until no lookup is counted in. A lookup is, until it has the timer's lock:
   * whoever deletes needs that first.
   */
  private static final class Pinned extends BucketLockHash {
    private static final VarHandle LOOKUPS = MethodHandles.arrayElementVarHandle(int[].class);

    private final int[] lookups = new int[8];
    private final boolean fences;

    Pinned(TableConfig config, boolean fences) {
      super(config);
      this.fences = fences;
    }

    @Override
    public @Nullable KTimer findAndLock(Process owner, int id) {
      int slot = (int) Thread.currentThread().getId() & (lookups.length - 1);
      LOOKUPS.getAndAddAcquire(lookups, slot, 1);
      if (fences) {
        VarHandle.fullFence();
      }
      KTimer timer = super.findAndLock(owner, id);
      LOOKUPS.getAndAddRelease(lookups, slot, -1);
      return timer;
    }

    @Override
    public void reclaim(Rcu rcu, KTimer timer) {
      VarHandle.fullFence();
      for (int slot = 0; slot < lookups.length; slot++) {
        while ((int) LOOKUPS.getAcquire(lookups, slot) != 0) {
          Thread.onSpinWait();
        }
      }
      timer.reclaim();
    }
  }
}
