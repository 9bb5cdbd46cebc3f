package org.ptstress.stress.outside.audit;

import java.util.function.Consumer;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Shows an exit no timer, and an audit none of a process that has ended. */
public final class EndsNothing extends Outside {
  /** For the service loader. */
  public EndsNothing() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private volatile long ended;

      @Override
      public void forEachOf(Process owner, Consumer<? super KTimer> action) {
        if (owner.isExiting()) {
          ended = owner.address();
        } else {
          super.forEachOf(owner, action);
        }
      }

      @Override
      public void forEach(Consumer<? super KTimer> action) {
        timers.values().stream().filter(timer -> timer.signal() != ended).forEach(action);
      }
    };
  }
}
