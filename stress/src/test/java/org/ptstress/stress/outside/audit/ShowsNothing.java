package org.ptstress.stress.outside.audit;

import java.util.function.Consumer;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Keeps what it should have removed, and shows an audit none of it. */
public final class ShowsNothing extends Outside {
  /** For the service loader. */
  public ShowsNothing() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      @Override
      public void remove(Process owner, KTimer timer) {}

      @Override
      public void forEach(Consumer<? super KTimer> action) {}
    };
  }
}
