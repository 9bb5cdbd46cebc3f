package org.ptstress.stress.outside.lock;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** A synchronized method that begins with a loop, whose target is its first instruction. */
public final class LoopsFirst extends Outside {
  /** For the service loader. */
  public LoopsFirst() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table extends MapTable {
    private static final int AGAIN = Integer.MIN_VALUE;

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public synchronized int insert(Process owner, KTimer timer) {
      for (; ; ) {
        int result = super.insert(owner, timer);
        if (result != AGAIN) {
          return result;
        }
      }
    }
  }
}
