package org.ptstress.stress.outside;

import java.util.Vector;
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
    @SuppressWarnings("JdkObsolete") // that is why
    private final Vector<KTimer> created = new Vector<>();

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      created.add(timer);
      return super.insert(owner, timer);
    }
  }
}
