package org.ptstress.stress.outside;

import java.util.concurrent.locks.LockSupport;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Its thousandth insert never returns. */
public final class WaitsWhenLarge extends Outside {
  private static final int ROOM = 999;

  /** For the service loader. */
  public WaitsWhenLarge() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      @Override
      public int insert(Process owner, KTimer timer) {
        while (timers.size() >= ROOM) {
          LockSupport.park();
        }
        return super.insert(owner, timer);
      }
    };
  }
}
