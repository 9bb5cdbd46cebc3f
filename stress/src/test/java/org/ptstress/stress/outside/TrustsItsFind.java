package org.ptstress.stress.outside;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A find that looks twice and takes for granted that the second look finds the timer too. */
public final class TrustsItsFind extends Outside {
  /** For the service loader. */
  public TrustsItsFind() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      @Override
      @SuppressWarnings("NullAway") // the mistake of this design
      public @Nullable KTimer find(Process owner, int id) {
        Key key = new Key(owner.address(), id);
        if (!timers.containsKey(key)) {
          return null;
        }
        return timers.get(key).signalAcquire() == owner.address() ? timers.get(key) : null;
      }
    };
  }
}
