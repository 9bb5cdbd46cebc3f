package org.ptstress.shape;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/** The skip list of the JDK. */
public final class SkipList extends Shape {
  /** For the service loader. */
  public SkipList() {
    super(
        "SkipList",
        "A ConcurrentSkipListMap.",
        basics().broken(Claim.SCALABLE_FIND, "Lookups help to unlink what was removed."),
        Table::new);
  }

  /** The map; subclasses add what is beside it. */
  static class Table extends ShapeTable {
    private final ConcurrentSkipListMap<Key, KTimer> timers = new ConcurrentSkipListMap<>();

    Table(TableConfig config) {
      super(config);
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
}
