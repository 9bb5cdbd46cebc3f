package org.ptstress.stress.outside.lock;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Finds pass inserts, but wait for removes. */
public final class RemovesStopFinds extends Outside {
  /** For the service loader. */
  public RemovesStopFinds() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new MapTable(config) {
      private final ReadWriteLock lock = new ReentrantReadWriteLock();

      @Override
      public @Nullable KTimer find(Process owner, int id) {
        lock.readLock().lock();
        try {
          return super.find(owner, id);
        } finally {
          lock.readLock().unlock();
        }
      }

      @Override
      public void remove(Process owner, KTimer timer) {
        lock.writeLock().lock();
        try {
          super.remove(owner, timer);
        } finally {
          lock.writeLock().unlock();
        }
      }
    };
  }
}
