package org.ptstress.shape;

import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/** Open addressing under a stamped lock: lookups are optimistic first. */
public final class Stamped extends Shape {
  /** For the service loader. */
  public Stamped() {
    super("Stamped", "Open addressing under a StampedLock.", ofLockingFinds(), Table::new);
  }

  private static final class Table extends ShapeTable {
    private final StampedLock lock = new StampedLock();
    private volatile OpenSlots slots = new OpenSlots();

    Table(TableConfig config) {
      super(config);
    }

    @Override
    @Nullable KTimer get(Key key) {
      long stamp = lock.tryOptimisticRead();
      if (stamp != 0) {
        KTimer timer = slots.get(key);
        if (lock.validate(stamp)) {
          return timer;
        }
      }
      long reading = lock.readLock();
      try {
        return slots.get(key);
      } finally {
        lock.unlockRead(reading);
      }
    }

    @Override
    boolean putIfAbsent(Key key, KTimer timer) {
      long stamp = lock.writeLock();
      try {
        if (slots.get(key) != null) {
          return false;
        }
        slots = slots.with(key, timer);
        return true;
      } finally {
        lock.unlockWrite(stamp);
      }
    }

    @Override
    void remove(Key key) {
      long stamp = lock.writeLock();
      try {
        slots.remove(key);
      } finally {
        lock.unlockWrite(stamp);
      }
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      slots.forEach(action);
    }
  }
}
