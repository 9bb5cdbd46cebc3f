package org.ptstress.wide;

import java.util.function.Function;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;

/** The catalogue entry of one table of this package. */
public abstract class Wide extends CatalogueEntry {
  private static final Promises PROMISES =
      Promises.allHold()
          .doesNotApply(Claim.EVEN_BUCKETS, "The map does not show its buckets.")
          .broken(Claim.AS_GOOD_AS_BEFORE, "A lookup loads more than one in an idr.")
          .broken(Claim.SCALABLE_CREATE, "Creates share a counter.")
          .broken(Claim.CREATE_INDEPENDENT, "Two processes may share a bin of the map.")
          .broken(
              Claim.EAGAIN_ONLY_WHEN_FULL,
              "Other threads can step the counter past every free id during the search.");

  protected Wide(String name, String summary, Function<TableConfig, TimerTable> factory) {
    super(name, "a test", summary, IdPolicy.NEXT, PROMISES, (config, rcu) -> factory.apply(config));
  }
}
