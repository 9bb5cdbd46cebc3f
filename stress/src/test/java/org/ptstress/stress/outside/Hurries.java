package org.ptstress.stress.outside;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** What its lookups store depends on the clocks of the machine. */
public final class Hurries extends Outside {
  /** For the service loader. */
  public Hurries() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table extends MapTable {
    @SuppressWarnings("UnusedVariable") // it is counted
    private long looked;

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      long now = System.nanoTime() / 1_000 + System.currentTimeMillis();
      for (long i = 0; i < now % 7; i++) {
        looked = i;
      }
      return super.find(owner, id);
    }
  }
}
