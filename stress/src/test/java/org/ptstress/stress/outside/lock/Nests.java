package org.ptstress.stress.outside.lock;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** A find that opens a read section inside that of its caller. */
public final class Nests extends Outside {
  /** For the service loader. */
  public Nests() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      @Override
      public @Nullable KTimer find(Process owner, int id) {
        int section = rcu.readLock();
        try {
          return super.find(owner, id);
        } finally {
          rcu.readUnlock(section);
        }
      }
    };
  }
}
