package org.ptstress.reports.jar;

import java.util.Optional;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;

/**
 * A promise that the structure of the design denies. No schedule shows that, and a run would look
 * for one.
 *
 * @param claim the promised claim
 * @param why what denies it, and what to do instead of taking the promise back
 */
record Denial(Claim claim, String why) {
  /** The first of a design. */
  static Optional<Denial> of(Design design) {
    if (holds(design, Claim.WRAPS_TO_ZERO) && !design.idPolicy().wraps()) {
      return denied(
          Claim.WRAPS_TO_ZERO,
          "with the id policy "
              + design.idPolicy()
              + " it has no counter that wraps; name another policy");
    }
    if (holds(design, Claim.WRAPS_TO_ZERO) && holds(design, Claim.WRAP_AS_DESCRIBED)) {
      return denied(Claim.WRAP_AS_DESCRIBED, "WRAPS_TO_ZERO excludes that; promise one of them");
    }
    TableConfig config = TableConfig.narrow(4);
    TimerTable table;
    try {
      table = design.newTable(config, config.reclamation().newRcu());
    } catch (RuntimeException | LinkageError e) {
      // A run says where it threw.
      return Optional.empty();
    }
    if (holds(design, Claim.EXACT_RESTORE) && !table.hasExactIds()) {
      return denied(
          Claim.EXACT_RESTORE,
          "hasExactIds of its table returns false; implement insertAt and let it return true");
    }
    if (holds(design, Claim.EVEN_BUCKETS) && table.chainLengths().length == 0) {
      return denied(
          Claim.EVEN_BUCKETS,
          "chainLengths of its table shows no buckets; let it return their lengths");
    }
    return Optional.empty();
  }

  private static Optional<Denial> denied(Claim claim, String why) {
    return Optional.of(new Denial(claim, why));
  }

  private static boolean holds(Design design, Claim claim) {
    return design.promises().on(claim).expectation() == Expectation.HOLDS;
  }
}
