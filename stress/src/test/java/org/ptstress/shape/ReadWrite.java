package org.ptstress.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/** A map under a lock of readers and writers. */
public final class ReadWrite extends Shape {
  /** For the service loader. */
  public ReadWrite() {
    super("ReadWrite", "A map under a ReentrantReadWriteLock.", ofLockingFinds(), Table::new);
  }

  private static final class Table extends ShapeTable {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Key, KTimer> timers = new HashMap<>();

    Table(TableConfig config) {
      super(config);
    }

    @Override
    @Nullable KTimer get(Key key) {
      lock.readLock().lock();
      try {
        return timers.get(key);
      } finally {
        lock.readLock().unlock();
      }
    }

    @Override
    boolean putIfAbsent(Key key, KTimer timer) {
      lock.writeLock().lock();
      try {
        return timers.putIfAbsent(key, timer) == null;
      } finally {
        lock.writeLock().unlock();
      }
    }

    @Override
    void remove(Key key) {
      lock.writeLock().lock();
      try {
        timers.remove(key);
      } finally {
        lock.writeLock().unlock();
      }
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }
}
