package org.ptstress.wild;

import java.util.function.Function;
import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.Claim;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;

/** The catalogue entry of one table of a pair. */
public abstract class Wild extends CatalogueEntry {
  /** An entry. */
  protected Wild(
      String name,
      String origin,
      String summary,
      IdPolicy policy,
      Promises promises,
      Function<TableConfig, TimerTable> factory) {
    super(name, origin, summary, policy, promises, (config, rcu) -> factory.apply(config));
  }

  /** An entry. */
  protected Wild(
      String name,
      String origin,
      String summary,
      Promises promises,
      Function<TableConfig, TimerTable> factory) {
    this(name, origin, summary, IdPolicy.NEXT, promises, factory);
  }

  /**
   * What all tables here say of themselves: none was made to be fast.
   *
   * @return the promises
   */
  public static Promises basics() {
    return Promises.allHold()
        .doesNotApply(Claim.EVEN_BUCKETS, "The table does not show its buckets.")
        .broken(Claim.AS_GOOD_AS_BEFORE, "A lookup loads more than one in an idr.")
        .broken(Claim.SCALABLE_CREATE, "Creates share a counter, a lock or a list.");
  }

  /**
   * The same for tables whose writers take one lock.
   *
   * @return the promises
   */
  public static Promises ofOneWriter() {
    return basics()
        .broken(Claim.CREATE_INDEPENDENT, "Creates and deletes of all processes take one lock.");
  }
}
