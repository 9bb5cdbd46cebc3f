package org.ptstress.bench.peer;

import static org.ptstress.model.Claim.EAGAIN_ONLY_WHEN_FULL;
import static org.ptstress.model.Claim.EVEN_BUCKETS;

import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.AtomicCounterTable;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * All timers of the machine in one concurrent map from (process, id) to timer. Subclasses choose
 * the map, nothing else.
 *
 * <p>Insert takes the counter's next value and puts the timer under it unless that key is taken,
 * and so on as in {@link AtomicCounterTable}. The map makes a timer reachable together with what
 * was written before: its id, and its owner with bit 0 set. Find is one lookup in the map, and a
 * look at the owner, which drops timers that are not valid.
 *
 * <p>The key is one long, for every map: a small number of the process, and the id. An address and
 * an id do not fit into 64 bits, and an object that holds both costs a map of objects a third of
 * its lookups when the timers are in the caches. A process gets its number with its first timer and
 * keeps it as its attachment, so it must not be used with a second table, and each find reads the
 * attachment first. Keys repeat after 2^32 processes.
 *
 * <p>Progress: that of the map.
 */
abstract class MapTable extends AtomicCounterTable {
  private final ConcurrentMap<Long, KTimer> timers;
  private final AtomicInteger lastNumber = new AtomicInteger();

  MapTable(TableConfig config, ConcurrentMap<Long, KTimer> timers) {
    super(config);
    this.timers = timers;
  }

  /** The promises of a map table whose map keeps every claim. */
  static Promises promisesOfAMap() {
    return Promises.allHold()
        .broken(
            EAGAIN_ONLY_WHEN_FULL,
            "Other threads can step the counter past every free id during the search.")
        .doesNotApply(EVEN_BUCKETS, "The map does not show its buckets.");
  }

  /** Maps a key to a timer unless it is taken, atomically; returns whether it was free. */
  boolean putIfAbsent(long key, KTimer timer) {
    return timers.putIfAbsent(key, timer) == null;
  }

  /** Looks a key up. */
  @Nullable KTimer get(long key) {
    return timers.get(key);
  }

  /** Frees a key that is mapped. */
  void remove(long key) {
    timers.remove(key);
  }

  @Override
  protected final boolean addAt(Process owner, KTimer timer, int id) {
    identify(owner, timer, id);
    return putIfAbsent(numberOf(owner).key(id), timer);
  }

  @Override
  public final @Nullable KTimer find(Process owner, int id) {
    ProcessNumber number = (ProcessNumber) owner.attachment();
    if (number == null) {
      return null;
    }
    // An id out of range makes a key that no timer has, so there is nothing else to check.
    KTimer timer = get(number.key(id));
    return timer != null && timer.signalOpaque() == owner.address() ? timer : null;
  }

  @Override
  public final void remove(Process owner, KTimer timer) {
    remove(numberOf(owner).key(timer.id()));
  }

  @Override
  public final void forEach(Consumer<? super KTimer> action) {
    timers.values().forEach(action);
  }

  private ProcessNumber numberOf(Process owner) {
    ProcessNumber number = (ProcessNumber) owner.attachment();
    // A thread that comes second leaves its number unused.
    return number != null
        ? number
        : (ProcessNumber) owner.attachIfAbsent(new ProcessNumber(lastNumber.incrementAndGet()));
  }

  private record ProcessNumber(int value) {
    long key(int id) {
      return (long) value << Integer.SIZE | Integer.toUnsignedLong(id);
    }
  }
}
