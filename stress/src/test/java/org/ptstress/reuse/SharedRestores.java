package org.ptstress.reuse;

import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.wide.WideTable;

/** A map without locks, on which creates of two processes do not wait for each other. */
public final class SharedRestores {
  private SharedRestores() {}

  /** Right. */
  public static final class Unlocked extends Entry {
    /** For the service loader. */
    public Unlocked() {
      super("Unlocked", "Restores take no lock.", false);
    }
  }

  /** Restores of all processes share a lock. */
  public static final class Locked extends Entry {
    /** For the service loader. */
    public Locked() {
      super("Locked", "Restores share a lock.", true);
    }
  }

  private abstract static class Entry extends CatalogueEntry {
    Entry(String name, String summary, boolean locksRestores) {
      super(
          name,
          "a test",
          summary,
          IdPolicy.NEXT,
          Promises.allHold().doesNotApply(Claim.EVEN_BUCKETS, "The map has no buckets."),
          (config, rcu) -> new Table(config, locksRestores));
    }
  }

  private static final class Table extends AtomicCounterTable {
    private final ConcurrentSkipListMap<WideTable.Key, KTimer> timers =
        new ConcurrentSkipListMap<>(
            Comparator.comparingLong(WideTable.Key::owner).thenComparingInt(WideTable.Key::id));

    private final SpinLock restores;
    private final boolean locksRestores;

    Table(TableConfig config, boolean locksRestores) {
      super(config);
      this.restores = config.locks().newLock();
      this.locksRestores = locksRestores;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      identify(owner, timer, id);
      return timers.putIfAbsent(new WideTable.Key(owner.address(), id), timer) == null;
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      if (!locksRestores) {
        return super.insertAt(owner, timer, id);
      }
      restores.lock();
      int result = super.insertAt(owner, timer, id);
      restores.unlock();
      return result;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      KTimer timer = timers.get(new WideTable.Key(owner.address(), id));
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      timers.remove(new WideTable.Key(owner.address(), timer.id()));
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }
}
