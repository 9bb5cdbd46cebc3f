package org.ptstress.wide;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A right table, to be made wrong at one place: a map from owner and id to the timer. */
public class WideTable extends AtomicCounterTable {
  protected final ConcurrentHashMap<Key, KTimer> timers = new ConcurrentHashMap<>();

  protected WideTable(TableConfig config) {
    super(config);
  }

  protected Key key(Process owner, int id) {
    return new Key(owner.address(), id);
  }

  @Override
  protected boolean addAt(Process owner, KTimer timer, int id) {
    identify(owner, timer, id);
    return timers.putIfAbsent(key(owner, id), timer) == null;
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    KTimer timer = timers.get(key(owner, id));
    return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    timers.remove(key(owner, timer.id()));
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    timers.values().forEach(action);
  }

  public record Key(long owner, int id) {}
}
