package org.ptstress.stress.outside.audit;

import java.util.function.Consumer;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Shows each timer of a process twice, unless the process ends. */
public final class VisitsTwice extends Outside {
  /** For the service loader. */
  public VisitsTwice() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      @Override
      public void forEachOf(Process owner, Consumer<? super KTimer> action) {
        super.forEachOf(owner, action);
        if (!owner.isExiting()) {
          super.forEachOf(owner, action);
        }
      }
    };
  }
}
