package org.ptstress.model.fault;

import java.lang.invoke.VarHandle;
import java.util.List;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.design.SelfHashingSlots;
import org.ptstress.model.kernel.PercpuRwLock;
import org.ptstress.model.kernel.Rcu;

/**
 * A gate that both sides may enter at once: one of the two reads of Dekker's algorithm takes part
 * in no total order.
 */
final class GateFaults {
  private GateFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "FlagReadByAcquire",
            "SelfHashingSlots",
            Claim.NO_DANGLING_TIMER,
            "A thread that enters the gate reads the closers' flag with acquire only.",
            FlagReadByAcquire::new),
        new Fault(
            "CountersReadByAcquire",
            "SelfHashingSlots",
            Claim.NO_DANGLING_TIMER,
            "A thread that closes the gate reads the counters of those inside with"
                + " acquire only.",
            CountersReadByAcquire::new));
  }

  private static final class FlagReadByAcquire extends SelfHashingSlots {
    FlagReadByAcquire(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    @Override
    protected PercpuRwLock newGate(int counters) {
      return new PercpuRwLock(counters) {
        @Override
        protected boolean isWriting(VarHandle writing) {
          return (boolean) writing.getAcquire(this);
        }
      };
    }
  }

  private static final class CountersReadByAcquire extends SelfHashingSlots {
    CountersReadByAcquire(TableConfig config, Rcu rcu) {
      super(config, rcu);
    }

    @Override
    protected PercpuRwLock newGate(int counters) {
      return new PercpuRwLock(counters) {
        @Override
        protected int readers(VarHandle elements, int[] counts, int counter) {
          return (int) elements.getAcquire(counts, counter);
        }
      };
    }
  }
}
