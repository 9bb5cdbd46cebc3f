package org.ptstress.shape;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A table over a map from owner and id to the timer. */
abstract class ShapeTable extends AtomicCounterTable {
  ShapeTable(TableConfig config) {
    super(config);
  }

  /** The timer at a key, valid or not. */
  abstract @Nullable KTimer get(Key key);

  /** Adds a timer unless there is one. */
  abstract boolean putIfAbsent(Key key, KTimer timer);

  /** Removes the timer at a key. */
  abstract void remove(Key key);

  @Override
  protected boolean addAt(Process owner, KTimer timer, int id) {
    identify(owner, timer, id);
    return putIfAbsent(new Key(owner.address(), id), timer);
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    KTimer timer = get(new Key(owner.address(), id));
    return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    remove(new Key(owner.address(), timer.id()));
  }

  @Override
  public abstract void forEach(Consumer<? super KTimer> action);
}
