package org.ptstress.stress.outside.lock;

import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Creates pass each other, but wait while a process ends. */
public final class ExitsStopCreates extends Outside {
  /** For the service loader. */
  public ExitsStopCreates() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table extends MapTable {
    private final ReadWriteLock exits = new ReentrantReadWriteLock();

    Table(TableConfig config) {
      // A map without locks.
      super(
          config,
          new ConcurrentSkipListMap<>(
              Comparator.comparingLong(Key::address).thenComparingInt(Key::id)));
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      exits.readLock().lock();
      try {
        for (long tries = 0; tries < config.idCount(); tries++) {
          int id = owner.getAndIncrementTimerId() & config.maxId();
          timer.setId(id);
          if (timers.putIfAbsent(new Key(owner.address(), id), timer) == null) {
            return id;
          }
        }
        return -Errno.EAGAIN;
      } finally {
        exits.readLock().unlock();
      }
    }

    @Override
    public void forEachOf(Process owner, Consumer<? super KTimer> action) {
      exits.writeLock().lock();
      try {
        owner.forEachTimer(action);
      } finally {
        exits.writeLock().unlock();
      }
    }
  }
}
