package org.ptstress.stress.outside.lock;

import java.util.concurrent.atomic.AtomicBoolean;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Inserts take two spinlocks of its own in one order, removes in the other. */
public final class SpinsBothWays extends Outside {
  /** For the service loader. */
  public SpinsBothWays() {}

  private static void lock(AtomicBoolean lock) {
    while (!lock.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
  }

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final AtomicBoolean ids = new AtomicBoolean();
      private final AtomicBoolean chains = new AtomicBoolean();

      @Override
      public int insert(Process owner, KTimer timer) {
        lock(ids);
        lock(chains);
        int id = super.insert(owner, timer);
        chains.set(false);
        ids.set(false);
        return id;
      }

      @Override
      public void remove(Process owner, KTimer timer) {
        lock(chains);
        lock(ids);
        super.remove(owner, timer);
        ids.set(false);
        chains.set(false);
      }
    };
  }
}
