package org.ptstress.bench.peer;

import static org.ptstress.model.Claim.CREATE_INDEPENDENT;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * The JDK's {@link ConcurrentHashMap}, with a key object of address and id.
 *
 * <p>Each lookup makes a key: that is how a map of objects is used. The JIT removes the allocation
 * where it inlines the lookup as a whole; a key packed into a {@code Long} would be an object as
 * well.
 *
 * <p>Progress: find takes no lock, and a writer that is stalled anywhere does not stop it; it steps
 * through a bin, which is a tree when it is long. Insert and remove take the lock of a bin, but for
 * an insert into an empty bin, which is a compare-and-set. The first inserts wait for the one that
 * allocates the bins.
 */
final class ConcurrentHashMapTable extends MapTable {
  private final ConcurrentHashMap<Key, KTimer> timers = new ConcurrentHashMap<>();

  private ConcurrentHashMapTable(TableConfig config) {
    super(config);
  }

  @Override
  boolean putIfAbsent(Process owner, int id, KTimer timer) {
    return timers.putIfAbsent(new Key(owner.address(), id), timer) == null;
  }

  @Override
  @Nullable KTimer get(Process owner, int id) {
    return timers.get(new Key(owner.address(), id));
  }

  @Override
  void remove(Process owner, int id) {
    timers.remove(new Key(owner.address(), id));
  }

  @Override
  Collection<KTimer> timers() {
    return timers.values();
  }

  private record Key(long address, int id) {}

  /** The catalogue entry. */
  public static final class Entry extends Peer {
    /** For the service loader. */
    public Entry() {
      super(
          "ConcurrentHashMapTable",
          "a peer: java.util.concurrent",
          "A ConcurrentHashMap from (process, id) to timer, an atomic id counter, exact ids.",
          promisesOfAMap()
              .broken(
                  CREATE_INDEPENDENT,
                  "Two processes whose timers share a bin share its lock, and all wait for the first bins."));
    }

    @Override
    public TimerTable newTable(TableConfig config, Rcu rcu) {
      return new ConcurrentHashMapTable(config);
    }
  }
}
