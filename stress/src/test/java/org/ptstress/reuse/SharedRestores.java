package org.ptstress.reuse;

import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
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
  private static final int NEVER = Integer.MAX_VALUE;

  private SharedRestores() {}

  /** Right. */
  public static final class Unlocked extends Entry {
    /** For the service loader. */
    public Unlocked() {
      super("Unlocked", "Restores take no lock.", NEVER, NEVER);
    }
  }

  /** Restores of all processes share a lock. */
  public static final class Locked extends Entry {
    /** For the service loader. */
    public Locked() {
      super("Locked", "Restores share a lock.", 1, NEVER);
    }
  }

  /** Restores share a lock from the 24th timer of a process on. */
  public static final class LockedFrom24 extends Entry {
    /** For the service loader. */
    public LockedFrom24() {
      super("LockedFrom24", "Restores share a lock among many timers.", 24, NEVER);
    }
  }

  /** Finds wait for a restore from the 12th timer of a process on. */
  public static final class FindsWaitFrom12 extends Entry {
    /** For the service loader. */
    public FindsWaitFrom12() {
      super("FindsWaitFrom12", "Finds wait for restores among many timers.", NEVER, 12);
    }
  }

  private abstract static class Entry extends CatalogueEntry {
    Entry(String name, String summary, int locksFrom, int stopsFindsFrom) {
      super(
          name,
          "a test",
          summary,
          IdPolicy.NEXT,
          Promises.allHold().doesNotApply(Claim.EVEN_BUCKETS, "The map has no buckets."),
          (config, rcu) -> new Table(config, locksFrom, stopsFindsFrom));
    }
  }

  private static final class Timers {
    private final AtomicInteger size = new AtomicInteger();
    private volatile boolean stopped;
  }

  private static final class Table extends AtomicCounterTable {
    private final ConcurrentSkipListMap<WideTable.Key, KTimer> timers =
        new ConcurrentSkipListMap<>(
            Comparator.comparingLong(WideTable.Key::owner).thenComparingInt(WideTable.Key::id));

    private final SpinLock restores;
    private final int locksFrom;
    private final int stopsFindsFrom;

    Table(TableConfig config, int locksFrom, int stopsFindsFrom) {
      super(config);
      this.restores = config.locks().newLock();
      this.locksFrom = locksFrom;
      this.stopsFindsFrom = stopsFindsFrom;
    }

    @Override
    protected boolean addAt(Process owner, KTimer timer, int id) {
      identify(owner, timer, id);
      boolean isFree = timers.putIfAbsent(new WideTable.Key(owner.address(), id), timer) == null;
      if (isFree) {
        of(owner).size.incrementAndGet();
      }
      return isFree;
    }

    @Override
    public int insertAt(Process owner, KTimer timer, int id) {
      Timers mine = of(owner);
      int ordinal = mine.size.get() + 1;
      boolean locks = ordinal >= locksFrom;
      if (locks) {
        restores.lock();
      }
      mine.stopped = ordinal >= stopsFindsFrom;
      int result = super.insertAt(owner, timer, id);
      mine.stopped = false;
      if (locks) {
        restores.unlock();
      }
      return result;
    }

    private static Timers of(Process owner) {
      Object timers = owner.attachment();
      return (Timers) (timers == null ? owner.attachIfAbsent(new Timers()) : timers);
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      while (of(owner).stopped) {
        Thread.onSpinWait();
      }
      KTimer timer = timers.get(new WideTable.Key(owner.address(), id));
      return timer != null && timer.signalAcquire() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      of(owner).size.decrementAndGet();
      timers.remove(new WideTable.Key(owner.address(), timer.id()));
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(action);
    }
  }
}
