package org.ptstress.shape;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/** A map whose lookups reuse a mutable key of the thread. */
public final class LocalKey extends Shape {
  /** For the service loader. */
  public LocalKey() {
    super("LocalKey", "A ConcurrentHashMap, looked up by a ThreadLocal key.", basics(), Table::new);
  }

  /** A key that its thread fills again for each lookup. */
  private static final class Reused {
    private @Nullable Key key;

    Reused of(Key now) {
      key = now;
      return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Reused that && Objects.equals(that.key, key);
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(key);
    }
  }

  private static final class Table extends ShapeTable {
    private final ConcurrentHashMap<Reused, KTimer> timers = new ConcurrentHashMap<>();
    private final ThreadLocal<Reused> own = ThreadLocal.withInitial(Reused::new);

    Table(TableConfig config) {
      super(config);
    }

    @Override
    @Nullable KTimer get(Key key) {
      return timers.get(own.get().of(key));
    }

    @Override
    boolean putIfAbsent(Key key, KTimer timer) {
      return timers.putIfAbsent(new Reused().of(key), timer) == null;
    }

    @Override
    void remove(Key key) {
      timers.remove(own.get().of(key));
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }
}
