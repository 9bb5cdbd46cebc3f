package org.ptstress.outside;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.kernel.SpinLock;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/** The simplest table that one could write: a sorted map per process under one lock. */
abstract class SortedMapDesign extends CatalogueEntry {
  private static final Promises PROMISES =
      Promises.allHold()
          .broken(Claim.FIND_WITHOUT_LOCK, "Every lookup takes the lock.")
          .broken(Claim.CREATE_INDEPENDENT, "All processes insert under one lock.")
          .doesNotApply(Claim.EXACT_RESTORE, "There are no exact ids.")
          .doesNotApply(Claim.EVEN_BUCKETS, "There are no buckets.")
          .broken(Claim.AS_GOOD_AS_BEFORE, "Lookups queue for the lock.")
          .broken(Claim.SCALABLE_FIND, "Every lookup takes the lock.")
          .broken(Claim.SCALABLE_CREATE, "All processes insert under one lock.")
          .broken(Claim.FIND_BESIDE_CHANGE, "Lookups take the lock that creates hold.");

  SortedMapDesign(String name) {
    super(
        name,
        "a test",
        "A sorted map per process under one lock.",
        IdPolicy.NEXT,
        PROMISES,
        (config, rcu) -> new Table(config));
  }

  private static final class Table implements TimerTable {
    private final TableConfig config;
    private final SpinLock lock;

    /** Guarded by the lock. */
    private final Map<Long, SortedMap<Integer, KTimer>> timers = new HashMap<>();

    Table(TableConfig config) {
      this.config = config;
      this.lock = config.locks().newLock();
    }

    @Override
    public int insert(Process owner, KTimer timer) {
      lock.lock();
      int id = tryInsert(owner, timer);
      lock.unlock();
      return id;
    }

    private int tryInsert(Process owner, KTimer timer) {
      SortedMap<Integer, KTimer> own = timersOf(owner);
      if (own.size() == config.idCount()) {
        return -Errno.EAGAIN;
      }
      int id = owner.nextTimerId();
      while (own.containsKey(id)) {
        id = next(id);
      }
      owner.setNextTimerId(next(id));
      timer.setId(id);
      own.put(id, timer);
      return id;
    }

    private int next(int id) {
      return id == config.maxId() ? 0 : id + 1;
    }

    @Override
    public @Nullable KTimer find(Process owner, int id) {
      lock.lock();
      KTimer timer = timersOf(owner).get(id);
      lock.unlock();
      return timer != null && timer.signalOpaque() == owner.address() ? timer : null;
    }

    @Override
    public void remove(Process owner, KTimer timer) {
      lock.lock();
      timersOf(owner).remove(timer.id());
      lock.unlock();
    }

    @Override
    public void forEach(Consumer<? super KTimer> action) {
      timers.values().forEach(own -> own.values().forEach(action));
    }

    private SortedMap<Integer, KTimer> timersOf(Process owner) {
      return timers.computeIfAbsent(owner.address(), address -> new TreeMap<>());
    }
  }
}
