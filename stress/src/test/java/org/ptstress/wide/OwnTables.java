package org.ptstress.wide;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** A right table of tables, one attached to each process. */
final class OwnTables extends AtomicCounterTable {
  private final ConcurrentSkipListMap<Long, Own> all = new ConcurrentSkipListMap<>();
  private final Supplier<Own> factory;

  OwnTables(TableConfig config, Supplier<Own> factory) {
    super(config);
    this.factory = factory;
  }

  private Own of(Process owner) {
    Object attached = owner.attachment();
    if (attached != null) {
      return (Own) attached;
    }
    Own own = (Own) owner.attachIfAbsent(factory.get());
    all.put(owner.address(), own);
    return own;
  }

  @Override
  protected boolean addAt(Process owner, KTimer timer, int id) {
    identify(owner, timer, id);
    return of(owner).add(timer, id);
  }

  @Override
  public @Nullable KTimer find(Process owner, int id) {
    Own own = (Own) owner.attachment();
    KTimer timer = own == null ? null : own.get(id);
    return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
  }

  @Override
  public void remove(Process owner, KTimer timer) {
    of(owner).remove(timer);
  }

  @Override
  public void forEach(Consumer<? super KTimer> action) {
    all.values().forEach(own -> own.forEach(action));
  }

  /** The timers of a process. */
  interface Own {
    /** Adds a timer; returns false if its id is taken. */
    boolean add(KTimer timer, int id);

    @Nullable KTimer get(int id);

    void remove(KTimer timer);

    void forEach(Consumer<? super KTimer> action);
  }
}
