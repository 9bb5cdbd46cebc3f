package org.ptstress.model.fault;

import java.util.List;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.SelfHashingSlots;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.PercpuRwLock;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Slots that are built anew at the wrong moment, or left too early. */
final class SlotFaults {
  private SlotFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "GateLeftOpen",
            "SelfHashingSlots",
            Claim.NO_LOST_TIMER,
            "Creates and deletes proceed while the slot array is rebuilt.",
            GateLeftOpen::new),
        new Fault(
            "FullAfterFewTries",
            "SelfHashingSlots",
            Claim.EAGAIN_ONLY_WHEN_FULL,
            "A search that meets only ids in use gives up instead of scanning all ids.",
            FullAfterFewTries::new));
  }

  private static final class GateLeftOpen extends SelfHashingSlots {
    GateLeftOpen(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    @Override
    protected int enterGate(PercpuRwLock gate) {
      return 0;
    }

    @Override
    protected void leaveGate(PercpuRwLock gate, int token) {}
  }

  private static final class FullAfterFewTries extends SelfHashingSlots {
    FullAfterFewTries(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    @Override
    protected int searchAlone(Process owner, KTimer timer) {
      return -Errno.EAGAIN;
    }
  }
}
