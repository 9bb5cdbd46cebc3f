package org.ptstress.stress.outside;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A right table, to be made wrong: a map, and inserts one at a time under the monitor of this. */
public class MapTable implements TimerTable {
  /** The timers by owner and id. */
  protected final Map<Key, KTimer> timers;

  /** The configuration. */
  protected final TableConfig config;

  /**
   * An empty table.
   *
   * @param config the configuration
   */
  public MapTable(TableConfig config) {
    this(config, new ConcurrentHashMap<>());
  }

  /**
   * A table over another map.
   *
   * @param config the configuration
   * @param timers an empty map
   */
  public MapTable(TableConfig config, Map<Key, KTimer> timers) {
    this.config = config;
    this.timers = timers;
  }

  @Override
  public int insert(Process owner, KTimer timer) {
    synchronized (this) {
      for (long tries = 0; tries < config.idCount(); tries++) {
        int id = owner.nextTimerId();
        owner.setNextTimerId((id + 1) & config.maxId());
        timer.setId(id);
        if (timers.putIfAbsent(new Key(owner.address(), id), timer) == null) {
          return id;
        }
      }
      return -Errno.EAGAIN;
    }
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    KTimer timer = timers.get(new Key(owner.address(), id));
    return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
  }

  @Override
  public void publish(Process owner, KTimer timer) {
    owner.siglock().lock();
    owner.link(timer);
    timer.setSignalRelease(owner.address());
    owner.siglock().unlock();
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    timers.remove(new Key(owner.address(), timer.id()));
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    timers.values().forEach(action);
  }

  /**
   * What a timer is found by.
   *
   * @param address the address of its process
   * @param id its id
   */
  public record Key(long address, int id) {}
}
