package org.ptstress.shape;

import java.util.function.Function;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;

/** The catalogue entry of one table of this package. */
abstract class Shape extends CatalogueEntry {
  Shape(String name, String summary, Promises promises, Function<TableConfig, TimerTable> factory) {
    super(name, "a test", summary, IdPolicy.NEXT, promises, (config, rcu) -> factory.apply(config));
  }

  /** What all tables here say of themselves: none was made to be fast. */
  static Promises basics() {
    return Promises.allHold()
        .doesNotApply(Claim.EVEN_BUCKETS, "The table does not show its buckets.")
        .broken(Claim.AS_GOOD_AS_BEFORE, "A lookup loads more than one in an idr.")
        .broken(Claim.FLAT_LOOKUP, "A lookup loads more among more timers.")
        .broken(Claim.SCALABLE_CREATE, "Creates share a counter.")
        .broken(Claim.FIND_BESIDE_CHANGE, "Lookups load what changes write.")
        .broken(Claim.CREATE_INDEPENDENT, "Two processes may share a lock.")
        .broken(
            Claim.EAGAIN_ONLY_WHEN_FULL,
            "Other threads can step the counter past every free id during the search.");
  }

  /** The same for tables whose lookups take a lock. */
  static Promises ofLockingFinds() {
    return basics()
        .broken(Claim.FIND_WITHOUT_LOCK, "Lookups take a lock.")
        .broken(Claim.SCALABLE_FIND, "Lookups write the word of a lock.");
  }
}
