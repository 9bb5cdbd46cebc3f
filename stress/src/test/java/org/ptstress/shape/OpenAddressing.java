package org.ptstress.shape;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/** Open addressing, whose lookups take no lock. */
public final class OpenAddressing extends Shape {
  /** For the service loader. */
  public OpenAddressing() {
    super("OpenAddressing", "Open addressing with one writer at a time.", basics(), Table::new);
  }

  private static final class Table extends ShapeTable {
    private volatile OpenSlots slots = new OpenSlots();

    Table(TableConfig config) {
      super(config);
    }

    @Override
    @Nullable KTimer get(Key key) {
      return slots.get(key);
    }

    @Override
    synchronized boolean putIfAbsent(Key key, KTimer timer) {
      if (slots.get(key) != null) {
        return false;
      }
      slots = slots.with(key, timer);
      return true;
    }

    @Override
    synchronized void remove(Key key) {
      slots.remove(key);
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      slots.forEach(action);
    }
  }
}
