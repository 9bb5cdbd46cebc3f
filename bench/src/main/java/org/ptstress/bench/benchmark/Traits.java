package org.ptstress.bench.benchmark;

import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.TableConfig;
import org.ptstress.model.fault.Faults;

/** The traits that decide which benchmarks a design can run. */
public final class Traits {
  private Traits() {}

  /** Whether a timer can be created at a given id. */
  public static boolean hasExactIds(String design) {
    TableConfig config = TableConfig.kernel(1);
    return Faults.subject(design).newTable(config, config.reclamation().newRcu()).hasExactIds();
  }

  /** Whether a freed id comes back at once. */
  public static boolean takesLowestFree(String design) {
    return Faults.subject(design).idPolicy() == IdPolicy.LOWEST_FREE;
  }

  /** Whether each id comes along in time: none does where ids are drawn, or come from a list. */
  public static boolean comesToEachId(String design) {
    return Faults.subject(design).idPolicy() != IdPolicy.ANY_FREE;
  }

  /**
   * Whether a full table refuses a create and stays as it is. Where ids go on at negative values it
   * does not.
   */
  public static boolean refusesWhenFull(String design) {
    return keeps(Faults.subject(design), Claim.VALID_IDS);
  }

  /**
   * Whether it can hold a million timers: where the number of chains is fixed, to fill it takes
   * minutes.
   */
  public static boolean isFlat(String design) {
    return keeps(Faults.subject(design), Claim.FLAT_LOOKUP);
  }

  private static boolean keeps(Design design, Claim claim) {
    return !design.promises().on(claim).expectation().isBroken();
  }
}
