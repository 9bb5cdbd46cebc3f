package org.ptstress.stress.outside.lock;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.Outside;

/** Creates pass each other, but wait while a process ends. */
public final class ExitsStopCreates extends Outside {
  /** For the service loader. */
  public ExitsStopCreates() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table implements TimerTable {
    private final Map<String, KTimer> timers = new ConcurrentSkipListMap<>();
    private final ReadWriteLock exits = new ReentrantReadWriteLock();
    private final TableConfig config;

    Table(TableConfig config) {
      this.config = config;
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      exits.readLock().lock();
      try {
        for (long tries = 0; tries < config.idCount(); tries++) {
          int id = owner.getAndIncrementTimerId() & config.maxId();
          timer.setId(id);
          if (timers.putIfAbsent(key(owner, id), timer) == null) {
            return id;
          }
        }
        return -Errno.EAGAIN;
      } finally {
        exits.readLock().unlock();
      }
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = timers.get(key(owner, id));
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      timers.remove(key(owner, timer.id()));
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

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }

    private static String key(Process owner, int id) {
      return owner.address() + "/" + id;
    }
  }
}
