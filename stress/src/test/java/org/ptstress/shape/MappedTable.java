package org.ptstress.shape;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/** A table upon a map. */
class MappedTable extends ShapeTable {
  private final Map<Key, KTimer> timers;

  MappedTable(TableConfig config, Map<Key, KTimer> timers) {
    super(config);
    this.timers = timers;
  }

  @Override
  @Nullable KTimer get(Key key) {
    return timers.get(key);
  }

  @Override
  boolean putIfAbsent(Key key, KTimer timer) {
    return timers.putIfAbsent(key, timer) == null;
  }

  @Override
  void remove(Key key) {
    timers.remove(key);
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    timers.values().forEach(action);
  }
}
