package org.ptstress.stress.outside;

import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Hands out the lowest free id, and throws where another insert is under way. */
public final class ThrowsInCrowds extends Outside {
  /** For the service loader. */
  public ThrowsInCrowds() {}

  @Override
  public IdPolicy idPolicy() {
    return IdPolicy.LOWEST_FREE;
  }

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private volatile boolean busy;

      @Override
      public int insert(Process owner, KTimer timer) {
        if (busy) {
          throw new IllegalStateException("not in a crowd");
        }
        busy = true;
        synchronized (this) {
          owner.setNextTimerId(0);
          int id = super.insert(owner, timer);
          busy = false;
          return id;
        }
      }
    };
  }
}
