package org.ptstress.stress.outside;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** Keeps what it removes, where neither a lookup nor an audit comes. */
public final class HidesRemoved extends Outside {
  /** For the service loader. */
  public HidesRemoved() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final Map<KTimer, Boolean> hidden = new ConcurrentHashMap<>();

      @Override
      public void remove(Process owner, KTimer timer) {
        super.remove(owner, timer);
        hidden.put(timer, true);
      }
    };
  }
}
