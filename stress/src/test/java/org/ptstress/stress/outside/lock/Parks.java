package org.ptstress.stress.outside.lock;

import java.util.concurrent.locks.ReentrantLock;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** It inserts under a lock for which threads park. */
public final class Parks extends Outside {
  /** For the service loader. */
  public Parks() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table extends MapTable {
    private final ReentrantLock lock = new ReentrantLock();

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      lock.lock();
      try {
        int id = owner.getAndIncrementTimerId() & config.maxId();
        timer.setId(id);
        return timers.putIfAbsent(new Key(owner.address(), id), timer) == null ? id : -1;
      } finally {
        lock.unlock();
      }
    }
  }
}
