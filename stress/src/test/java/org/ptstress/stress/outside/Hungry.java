package org.ptstress.stress.outside;

import org.ptstress.model.CatalogueEntry;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promises;

/** A design whose tables are too large for the memory that there is. */
public final class Hungry extends CatalogueEntry {
  /** For the service loader. */
  public Hungry() {
    super(
        "Hungry",
        "a test",
        "Too large.",
        IdPolicy.NEXT,
        Promises.allHold(),
        (config, rcu) -> {
          throw new OutOfMemoryError("a large table");
        });
  }
}
