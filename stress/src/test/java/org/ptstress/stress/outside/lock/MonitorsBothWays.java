package org.ptstress.stress.outside.lock;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Inserts enter two monitors in one order, removes in the other. */
public final class MonitorsBothWays extends Outside {
  /** For the service loader. */
  public MonitorsBothWays() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final Object chains = new Object();

      @Override
      public int insert(Process owner, KTimer timer) {
        synchronized (chains) {
          return super.insert(owner, timer);
        }
      }

      @Override
      public synchronized void remove(Process owner, KTimer timer) {
        synchronized (chains) {
          super.remove(owner, timer);
        }
      }
    };
  }
}
