package org.ptstress.stress.outside.search;

import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Its search ends where it has begun, so others can take it past that as often as they like. */
public final class Circles extends Outside {
  /** For the service loader. */
  public Circles() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  /** Tries every id twice. */
  public static final class TwoRounds extends Outside {
    /** For the service loader. */
    public TwoRounds() {}

    @Override
    public TimerTable newTable(TableConfig config, Rcu rcu) {
      return new MapTable(config) {
        @Override
        public int insert(Process owner, KTimer timer) {
          int id = super.insert(owner, timer);
          return id >= 0 ? id : super.insert(owner, timer);
        }
      };
    }
  }

  private static final class Table extends MapTable {
    Table(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      int start = owner.nextTimerIdOpaque() & config.maxId();
      do {
        int id = owner.getAndIncrementTimerId() & config.maxId();
        timer.setId(id);
        if (timers.putIfAbsent(new Key(owner.address(), id), timer) == null) {
          return id;
        }
      } while ((owner.nextTimerIdOpaque() & config.maxId()) != start);
      return -Errno.EAGAIN;
    }
  }
}
