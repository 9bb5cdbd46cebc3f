package org.ptstress.bench.peer;

import static org.ptstress.model.Claim.AS_GOOD_AS_BEFORE;
import static org.ptstress.model.Claim.CREATE_INDEPENDENT;
import static org.ptstress.model.Claim.SCALABLE_CREATE;

import java.util.concurrent.ConcurrentHashMap;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;

/**
 * The JDK's {@link ConcurrentHashMap}.
 *
 * <p>Its keys are objects, so every lookup makes a {@code Long}, unless the JIT removes it; the
 * kernel's designs may not allocate here.
 *
 * <p>Progress: find takes no lock, and a writer that is stalled anywhere does not stop it; it walks
 * a bin, which is a tree when it is long. Insert and remove take the lock of a bin, but for an
 * insert into an empty bin, which is a compare-and-set. The first inserts wait for the one that
 * allocates the bins.
 */
final class ConcurrentHashMapTable extends MapTable {
  private ConcurrentHashMapTable(TableConfig config) {
    super(config, new ConcurrentHashMap<>());
  }

  /** The catalogue entry. */
  public static final class Entry extends CatalogueEntry {
    /** For the service loader. */
    public Entry() {
      super(
          "ConcurrentHashMapTable",
          "a peer: java.util.concurrent",
          "A ConcurrentHashMap from (process, id) to timer, an atomic id counter, exact ids.",
          IdPolicy.NEXT,
          promisesOfAMap()
              .broken(
                  CREATE_INDEPENDENT,
                  "Two processes with timers in one bin contend for its lock, and all"
                      + " wait for the allocation of the first bins.")
              .broken(
                  AS_GOOD_AS_BEFORE,
                  "A lookup allocates its key, and touches the bin, the node, its key and the timer.")
              .broken(
                  SCALABLE_CREATE,
                  "All creates and deletes update one counter of the map's size until two"
                      + " of them contend for it."),
          (config, rcu) -> new ConcurrentHashMapTable(config));
    }
  }
}
