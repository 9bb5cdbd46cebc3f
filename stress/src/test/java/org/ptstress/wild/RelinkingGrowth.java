package org.ptstress.wild;

import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.HashHead;
import org.ptstress.model.kernel.HashNode;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * A hash table that grows by moving its nodes to new chains (dotnet/runtime 88063).
 *
 * <p>A walker stands on a node whose next pointer is cleared, because it is moved, before its
 * successor is: the walk ends, and the timer behind it is missed. The cure keeps a version of the
 * chains, and walks again what was missed while that changed; a lookup that misses then waits for a
 * growth that is under way.
 */
public final class RelinkingGrowth {
  private static final String ORIGIN = "dotnet/runtime 88063";

  private RelinkingGrowth() {}

  /** Walks once. */
  public static final class Faulty extends Wild {
    /** For the service loader. */
    public Faulty() {
      super(
          "RelinkingGrowth",
          ORIGIN,
          "Chains that grow by moving their nodes; a lookup walks once.",
          Wild.ofOneWriter(),
          config -> new Table(config, false));
    }
  }

  /** Walks again. */
  public static final class Cured extends Wild {
    private static final Promises PROMISES =
        Wild.ofOneWriter()
            .broken(Claim.FIND_WITHOUT_LOCK, "A lookup that misses waits for the end of a growth.");

    /** For the service loader. */
    public Cured() {
      super(
          "RelinkingGrowthCured",
          ORIGIN,
          "Chains that grow by moving their nodes; a lookup that misses walks again if they did.",
          PROMISES,
          config -> new Table(config, true));
    }
  }

  private static final class Table extends ChainTable {
    private final boolean walksAgain;

    /** Odd while nodes are moved. */
    private volatile int version;

    /** Guarded by the writers' lock. */
    private int timers;

    Table(TableConfig config, boolean walksAgain) {
      super(config);
      this.walksAgain = walksAgain;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      boolean added = super.addAt(owner, timer, id);
      if (added && ++timers > heads().length) {
        grow();
      }
      return added;
    }

    private void grow() {
      HashHead[] before = heads();
      HashHead[] after = HashHead.array(2 * before.length);
      int even = version;
      version = even + 1;
      // Nothing is moved before the version is odd; pairs with the fence of lookups.
      VarHandle.releaseFence();
      setHeads(after);
      for (HashHead head : before) {
        for (HashNode node = head.first(); node != null; node = head.first()) {
          KTimer timer = (KTimer) node;
          timer.unlink();
          // Walkers stand on this node: whoever goes on to the next one sees its id. Pairs with
          // their acquire of the pointer.
          VarHandle.releaseFence();
          head(after, timer.signal() & ~KTimer.NOT_VALID, timer.id()).addHeadRcu(timer);
        }
      }
      version = even + 2;
    }

    @Override
    protected void unhash(Process owner, KTimer timer) {
      super.unhash(owner, timer);
      timers--;
    }

    @Override
    protected @Nullable KTimer lookup(Process owner, int id) {
      while (true) {
        int seen = version;
        KTimer timer = super.lookup(owner, id);
        // Without it the version could be read before the last node was.
        VarHandle.acquireFence();
        boolean still = version == seen && (seen & 1) == 0;
        if (timer != null || still || !walksAgain) {
          return timer;
        }
        Thread.onSpinWait();
      }
    }
  }
}
