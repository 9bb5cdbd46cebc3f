package org.ptstress.bench.peer;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * All timers of the machine in one concurrent map from (process, id) to timer. Subclasses choose
 * the map and its keys, nothing else.
 *
 * <p>Insert takes the counter's next value and puts the timer under it unless that key is taken,
 * and so on as in {@link AtomicCounterTable}. The map makes a timer reachable together with what
 * was written before: its id, and its owner with bit 0 set. Find is one lookup in the map, and a
 * look at the owner, which drops timers that are not valid.
 *
 * <p>Progress: that of the map.
 */
abstract class MapTable extends AtomicCounterTable {
  MapTable(TableConfig config) {
    super(config);
  }

  /** Maps an id to a timer unless it is taken, atomically; returns whether it was free. */
  abstract boolean putIfAbsent(Process owner, int id, KTimer timer);

  /** Looks an id up, which may be any int. */
  abstract @Nullable KTimer get(Process owner, int id);

  /** Frees an id that is mapped. */
  abstract void remove(Process owner, int id);

  /** Everything that is mapped. */
  abstract Collection<KTimer> timers();

  @Override
  protected final boolean addAt(Process owner, KTimer timer, int id) {
    identify(owner, timer, id);
    return putIfAbsent(owner, id, timer);
  }

  @Override
  public final @Nullable KTimer find(Process owner, int id) {
    KTimer timer = get(owner, id);
    return timer != null && timer.signalOpaque() == owner.address() ? timer : null;
  }

  @Override
  public final void remove(Process owner, KTimer timer) {
    remove(owner, timer.id());
  }

  @Override
  public final void forEach(Consumer<? super KTimer> action) {
    timers().forEach(action);
  }
}
