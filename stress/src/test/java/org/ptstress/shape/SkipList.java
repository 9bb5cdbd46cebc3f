package org.ptstress.shape;

import java.util.concurrent.ConcurrentSkipListMap;
import org.ptstress.model.Claim;

/** The skip list of the JDK. */
public final class SkipList extends Shape {
  /** For the service loader. */
  public SkipList() {
    super(
        "SkipList",
        "A ConcurrentSkipListMap.",
        basics().broken(Claim.SCALABLE_FIND, "Lookups help to unlink what was removed."),
        config -> new MappedTable(config, new ConcurrentSkipListMap<>()));
  }
}
