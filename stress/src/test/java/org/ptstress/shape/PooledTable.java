package org.ptstress.shape;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.NotValidBit;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A map of timers; each process has a pool of ids. */
final class PooledTable implements TimerTable {
  /** Makes the pool of a process. */
  interface Pools {
    /** The pool of the process at an address. */
    IdPool of(int maxId, long address);
  }

  private final ConcurrentHashMap<Key, KTimer> timers = new ConcurrentHashMap<>();
  private final TableConfig config;
  private final Pools pools;
  private final boolean freesEarly;

  /**
   * An empty table.
   *
   * @param freesEarly whether it gives an id back before it unhashes the timer, which is wrong
   */
  PooledTable(TableConfig config, Pools pools, boolean freesEarly) {
    this.config = config;
    this.pools = pools;
    this.freesEarly = freesEarly;
  }

  private IdPool pool(Process owner) {
    Object attached = owner.attachment();
    return (IdPool)
        (attached != null
            ? attached
            : owner.attachIfAbsent(pools.of(config.maxId(), owner.address())));
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    int id = pool(owner).take();
    return id < 0 ? -Errno.EAGAIN : add(owner, timer, id);
  }

  @Override
  public boolean hasExactIds() {
    return true;
  }

  @Override
  public int insertAt(Process owner, KTimer timer, int id) {
    return pool(owner).takeExactly(id) ? add(owner, timer, id) : -Errno.EBUSY;
  }

  private int add(Process owner, KTimer timer, int id) {
    timer.setId(id);
    NotValidBit.mark(owner, timer);
    timers.put(new Key(owner.address(), id), timer);
    return id;
  }

  @Override
  public void publish(Process owner, KTimer timer) {
    NotValidBit.publish(owner, timer);
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    KTimer timer = timers.get(new Key(owner.address(), id));
    return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
  }

  @Override
  public void invalidate(Process owner, KTimer timer) {
    NotValidBit.invalidate(owner, timer);
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    if (freesEarly) {
      pool(owner).giveBack(timer.id());
    }
    timers.remove(new Key(owner.address(), timer.id()));
    if (!freesEarly) {
      pool(owner).giveBack(timer.id());
    }
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    timers.values().forEach(action);
  }
}
