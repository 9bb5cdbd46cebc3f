package org.ptstress.stress.outside.search;

import java.util.concurrent.atomic.AtomicLong;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/**
 * Its search starts over while fewer timers than ids are counted. Others can make that so at the
 * end of each round, and take the id again before the next one gets there.
 */
public final class StartsOver extends Outside {
  /** For the service loader. */
  public StartsOver() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config, false);
  }

  /** Starts over while fewer timers than ids were counted before the round. */
  public static final class IfOneWasFree extends Outside {
    /** For the service loader. */
    public IfOneWasFree() {}

    @Override
    public TimerTable newTable(TableConfig config, Rcu rcu) {
      return new Table(config, true);
    }
  }

  /** Counts once, before its only round: a right table. */
  public static final class CountsFirst extends Outside {
    /** For the service loader. */
    public CountsFirst() {}

    @Override
    public TimerTable newTable(TableConfig config, Rcu rcu) {
      return new Table(config, false) {
        @Override
        public int insert(Process owner, KTimer timer) {
          return isFull() ? -Errno.EAGAIN : round(owner, timer);
        }
      };
    }
  }

  private static class Table extends MapTable {
    private final AtomicLong live = new AtomicLong();
    private final boolean countsBefore;

    Table(TableConfig config, boolean countsBefore) {
      super(config);
      this.countsBefore = countsBefore;
    }

    /** Counts the timers of all processes, of which the counts have one. */
    final boolean isFull() {
      return live.get() >= config.idCount();
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      while (true) {
        boolean wasFull = isFull();
        int id = round(owner, timer);
        if (id >= 0 || (countsBefore ? wasFull : isFull())) {
          return id;
        }
      }
    }

    final int round(Process owner, KTimer timer) {
      for (long tries = 0; tries < config.idCount(); tries++) {
        int id = owner.getAndIncrementTimerId() & config.maxId();
        timer.setId(id);
        if (timers.putIfAbsent(new Key(owner.address(), id), timer) == null) {
          live.incrementAndGet();
          return id;
        }
      }
      return -Errno.EAGAIN;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      super.remove(owner, timer);
      live.decrementAndGet();
    }
  }
}
