package org.ptstress.stress.outside.lock;

import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.stress.outside.MapTable;
import org.ptstress.stress.outside.Outside;

/** Its lookups load the word of the lock of its inserts, and take no lock. */
public final class ReadsStamps extends Outside {
  /** For the service loader. */
  public ReadsStamps() {}

  @Override
  public TimerTable newTable(TableConfig config, Rcu rcu) {
    return new Table(config);
  }

  private static final class Table extends MapTable {
    private final StampedLock lock = new StampedLock();

    Table(TableConfig config) {
      super(config);
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      long stamp = lock.writeLock();
      try {
        int id = owner.getAndIncrementTimerId() & config.maxId();
        timer.setId(id);
        return timers.putIfAbsent(new Key(owner.address(), id), timer) == null ? id : -1;
      } finally {
        lock.unlockWrite(stamp);
      }
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      while (true) {
        long stamp = lock.tryOptimisticRead();
        KTimer found = super.find(owner, id);
        if (lock.validate(stamp)) {
          return found;
        }
        Thread.onSpinWait();
      }
    }
  }
}
