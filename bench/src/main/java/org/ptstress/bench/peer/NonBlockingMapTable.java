package org.ptstress.bench.peer;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.jctools.maps.NonBlockingHashMapLong;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;

/**
 * JCTools' {@link NonBlockingHashMapLong}, Cliff Click's lock-free map of long keys.
 *
 * <p>An address and an id do not fit into 64 bits. So a process gets a number with its first timer,
 * which it keeps as its attachment, and a key is number and id: no lookup allocates, but each reads
 * the attachment first. A process must not be used with a second table. Keys repeat after 2^32
 * processes.
 *
 * <p>Progress: find, insert and remove are lock-free. A find may help to copy the map, but waits
 * for nobody; an insert that finds two others growing the map sleeps for some ms before it grows
 * the map itself.
 */
final class NonBlockingMapTable extends MapTable {
  private final NonBlockingHashMapLong<KTimer> timers = new NonBlockingHashMapLong<>();
  private final AtomicInteger lastNumber = new AtomicInteger();

  private NonBlockingMapTable(TableConfig config) {
    super(config);
  }

  @Override
  boolean putIfAbsent(Process owner, int id, KTimer timer) {
    ProcessNumber number = (ProcessNumber) owner.attachment();
    if (number == null) {
      // A thread that comes second leaves its number unused.
      number =
          (ProcessNumber) owner.attachIfAbsent(new ProcessNumber(lastNumber.incrementAndGet()));
    }
    return timers.putIfAbsent(number.key(id), timer) == null;
  }

  @Override
  @Nullable KTimer get(Process owner, int id) {
    ProcessNumber number = (ProcessNumber) owner.attachment();
    return number == null ? null : timers.get(number.key(id));
  }

  @Override
  void remove(Process owner, int id) {
    ProcessNumber number = (ProcessNumber) owner.attachment();
    if (number != null) {
      timers.remove(number.key(id));
    }
  }

  @Override
  Collection<KTimer> timers() {
    return timers.values();
  }

  /** The number of a process, from 1: the map treats the key 0 apart. */
  private record ProcessNumber(int value) {
    long key(int id) {
      return (long) value << Integer.SIZE | Integer.toUnsignedLong(id);
    }
  }

  /** The catalogue entry. */
  public static final class Entry extends Peer {
    /** For the service loader. */
    public Entry() {
      super(
          "NonBlockingMapTable",
          "a peer: JCTools",
          "A NonBlockingHashMapLong from (process, id) to timer, an atomic id counter, exact ids.",
          promisesOfAMap());
    }

    @Override
    public TimerTable newTable(TableConfig config, Rcu rcu) {
      return new NonBlockingMapTable(config);
    }
  }
}
