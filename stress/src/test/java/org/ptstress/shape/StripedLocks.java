package org.ptstress.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/** Sixteen maps, each under its own monitor. */
public final class StripedLocks extends Shape {
  private static final int STRIPES = 16;

  /** For the service loader. */
  public StripedLocks() {
    super("StripedLocks", "Maps under a monitor each.", ofLockingFinds(), Table::new);
  }

  private static final class Table extends ShapeTable {
    private final List<Map<Key, KTimer>> stripes =
        Stream.<Map<Key, KTimer>>generate(HashMap::new).limit(STRIPES).toList();

    Table(TableConfig config) {
      super(config);
    }

    private Map<Key, KTimer> stripe(Key key) {
      return stripes.get(Math.floorMod(key.hashCode(), STRIPES));
    }

    @Override
    @Nullable KTimer get(Key key) {
      Map<Key, KTimer> stripe = stripe(key);
      synchronized (stripe) {
        return stripe.get(key);
      }
    }

    @Override
    boolean putIfAbsent(Key key, KTimer timer) {
      Map<Key, KTimer> stripe = stripe(key);
      synchronized (stripe) {
        return stripe.putIfAbsent(key, timer) == null;
      }
    }

    @Override
    void remove(Key key) {
      Map<Key, KTimer> stripe = stripe(key);
      synchronized (stripe) {
        stripe.remove(key);
      }
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      stripes.forEach(stripe -> stripe.values().forEach(action));
    }
  }
}
