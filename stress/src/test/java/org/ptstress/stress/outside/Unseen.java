package org.ptstress.stress.outside;

import java.io.ByteArrayOutputStream;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** It counts its timers in a class of the JDK that the access engine does not see into. */
public final class Unseen extends Outside {
  /** For the service loader. */
  public Unseen() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table extends MapTable {
    private final ByteArrayOutputStream created = new ByteArrayOutputStream();

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      created.write(1);
      return super.insert(owner, timer);
    }
  }
}
