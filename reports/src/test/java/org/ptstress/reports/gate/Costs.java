package org.ptstress.reports.gate;

import java.util.List;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.Cost;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.FieldCount;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Population;

/** Costs of a design that are known. */
public final class Costs {
  private static final long DRAWS = 100;

  private Costs() {}

  /** A find with 17 loads, and so many stores to {@code DESIGN.lookups}. */
  public static DesignCosts of(String design, int stores) {
    Cost call = new Cost(17 * DRAWS, stores * DRAWS, 0, 0, 8 * DRAWS, 9 * DRAWS, 0, 0);
    FieldCount loads = new FieldCount("KTimer.id", 17 * DRAWS, 0, 0, 0);
    CountRow find =
        new CountRow(
            Population.KERNEL_512,
            Operation.FIND,
            (int) DRAWS,
            call,
            call,
            0,
            Cost.NONE,
            null,
            stores == 0
                ? List.of(loads)
                : List.of(new FieldCount(design + ".lookups", 0, stores * DRAWS, 0, 0), loads));
    return new DesignCosts(
        new Accesses(design, "", null, null, List.of(find), List.of()),
        new Conflicts(design, "", List.of()));
  }
}
