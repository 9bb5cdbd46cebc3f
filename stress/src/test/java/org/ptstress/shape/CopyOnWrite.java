package org.ptstress.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/** A map that is copied for every change. */
public final class CopyOnWrite extends Shape {
  /** For the service loader. */
  public CopyOnWrite() {
    super("CopyOnWrite", "A map that is copied for every change.", basics(), Table::new);
  }

  private static final class Table extends ShapeTable {
    private volatile Map<Key, KTimer> timers = Map.of();

    Table(TableConfig config) {
      super(config);
    }

    @Override
    @Nullable KTimer get(Key key) {
      return timers.get(key);
    }

    @Override
    synchronized boolean putIfAbsent(Key key, KTimer timer) {
      if (timers.containsKey(key)) {
        return false;
      }
      Map<Key, KTimer> copy = new HashMap<>(timers);
      copy.put(key, timer);
      timers = copy;
      return true;
    }

    @Override
    synchronized void remove(Key key) {
      Map<Key, KTimer> copy = new HashMap<>(timers);
      copy.remove(key);
      timers = copy;
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }
}
