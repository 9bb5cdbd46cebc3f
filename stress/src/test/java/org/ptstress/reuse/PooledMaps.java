package org.ptstress.reuse;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.Wide;

/**
 * The map of a process that ends goes to the next process at once. A find that has it goes on in
 * the timers of that one; it asks no timer for its owner, because a map has one only.
 */
public final class PooledMaps extends Wide {
  /** For the service loader. */
  public PooledMaps() {
    super("PooledMaps", "Maps of processes that have ended are used again at once.", Table::new);
  }

  private static final class Timers extends ConcurrentHashMap<Integer, KTimer> {
    private static final long serialVersionUID = 1;
  }

  private static final class Table extends AtomicCounterTable {
    private final ConcurrentLinkedDeque<Timers> pool = new ConcurrentLinkedDeque<>();
    private final ConcurrentHashMap<Long, Timers> all = new ConcurrentHashMap<>();

    Table(TableConfig config) {
      super(config);
    }

    private Timers timersOf(Process owner) {
      if (owner.attachment() instanceof Timers timers) {
        return timers;
      }
      Timers pooled = pool.pollLast();
      Timers timers = pooled == null ? new Timers() : pooled;
      if (owner.attachIfAbsent(timers) == timers) {
        all.put(owner.address(), timers);
        return timers;
      }
      pool.addLast(timers);
      return timersOf(owner);
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      identify(owner, timer, id);
      return timersOf(owner).putIfAbsent(id, timer) == null;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      if (!(owner.attachment() instanceof Timers timers)) {
        return null;
      }
      KTimer timer = timers.get(id);
      return timer != null && isValid(timer.signalAcquire()) ? timer : null;
    }

    @Override
    public @Nullable KTimer findAndLock(Process owner, int id) {
      KTimer timer = find(owner, id);
      if (timer == null) {
        return null;
      }
      timer.lock().lock();
      if (isValid(timer.signal()) && timer.id() == id) {
        return timer;
      }
      timer.lock().unlock();
      return null;
    }

    private static boolean isValid(long signal) {
      return signal != 0 && (signal & KTimer.NOT_VALID) == 0;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      timersOf(owner).remove(timer.id());
    }

    @Override
    public void release(Process owner) {
      Timers timers = all.get(owner.address());
      if (timers != null && timers.isEmpty() && owner.replaceAttachment(timers, new Timers())) {
        all.remove(owner.address());
        pool.addLast(timers);
      }
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      all.values().forEach(timers -> timers.values().forEach(action));
    }
  }
}
