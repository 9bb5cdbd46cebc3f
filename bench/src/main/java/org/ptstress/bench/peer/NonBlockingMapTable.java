package org.ptstress.bench.peer;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.FIND_WITHOUT_LOCK;
import static org.ptstress.model.Claim.NO_LOST_TIMER;

import org.jctools.maps.NonBlockingHashMapLong;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/**
 * JCTools' {@link NonBlockingHashMapLong}, Cliff Click's lock-free map of long keys: no lookup
 * allocates.
 *
 * <p>The map keeps the slot of a deleted key until it grows or is copied, and grows when it was
 * last copied less than 10 s ago. Ids that never come back make it as large as the creates of 10 s.
 *
 * <p>Progress: find, insert and remove are lock-free. A find may help to copy the map, but waits
 * for nobody; an insert that finds two others growing the map sleeps for some ms before it grows
 * the map itself.
 */
final class NonBlockingMapTable extends MapTable {
  /** The map of the superclass, whose methods for longs make no objects of keys. */
  private final NonBlockingHashMapLong<KTimer> timers;

  private NonBlockingMapTable(TableConfig config, NonBlockingHashMapLong<KTimer> timers) {
    super(config, timers);
    this.timers = timers;
  }

  @Override
  boolean putIfAbsent(long key, KTimer timer) {
    return timers.putIfAbsent(key, timer) == null;
  }

  @Override
  @Nullable KTimer get(long key) {
    return timers.get(key);
  }

  @Override
  void remove(long key) {
    timers.remove(key);
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "NonBlockingMapTable",
          "a peer: JCTools",
          "A NonBlockingHashMapLong from (process, id) to timer, an atomic id counter, exact ids.",
          IdPolicy.NEXT,
          promisesOfAMap()
              .brokenOnWeakMemory(
                  NO_LOST_TIMER,
                  "A lookup beside a copy may see that a slot has moved, and not yet its value in the new map.")
              .broken(
                  FIND_WITHOUT_LOCK,
                  "A lookup that helps a copy whose slots are all claimed loops until the thread that"
                      + " copied the last ones has counted them.")
              .broken(CREATE_INDEPENDENT, "A create that helps such a copy loops as a lookup does.")
              .broken(
                  AS_GOOD_AS_BEFORE,
                  "Keys of many processes with equal ids cluster in the map, and lookups"
                      + " probe longer."),
          (config, rcu) -> new NonBlockingMapTable(config, new NonBlockingHashMapLong<>()));
    }
  }
}
