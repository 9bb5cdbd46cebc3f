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

  private static final class Stripe {
    private final Map<Key, KTimer> timers = new HashMap<>();

    synchronized @Nullable KTimer get(Key key) {
      return timers.get(key);
    }

    synchronized boolean putIfAbsent(Key key, KTimer timer) {
      return timers.putIfAbsent(key, timer) == null;
    }

    synchronized void remove(Key key) {
      timers.remove(key);
    }
  }

  private static final class Table extends ShapeTable {
    private final List<Stripe> stripes = Stream.generate(Stripe::new).limit(STRIPES).toList();

    Table(TableConfig config) {
      super(config);
    }

    private Stripe stripe(Key key) {
      return stripes.get(Math.floorMod(key.hashCode(), STRIPES));
    }

    @Override
    @Nullable KTimer get(Key key) {
      return stripe(key).get(key);
    }

    @Override
    boolean putIfAbsent(Key key, KTimer timer) {
      return stripe(key).putIfAbsent(key, timer);
    }

    @Override
    void remove(Key key) {
      stripe(key).remove(key);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      for (Stripe stripe : stripes) {
        stripe.timers.values().forEach(action);
      }
    }
  }
}
