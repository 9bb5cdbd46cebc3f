package org.ptstress.reports.page.evidence;

import java.util.List;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.OrderResult.Need;

/**
 * A place that orders memory, weakened by one step, on the page.
 *
 * @param design the design
 * @param place class, method and line
 * @param what what orders there
 * @param step the order before and after the weakening
 * @param need whether the order is needed
 * @param result the same in a few words
 * @param explanation what was searched, or what breaks
 * @param trace the steps of the witness, or empty
 */
public record OrderView(
    String design,
    String place,
    String what,
    String step,
    Need need,
    String result,
    String explanation,
    List<String> trace) {
  public static OrderView of(OrderResult row) {
    ExploredWitness witness = row.witness();
    return new OrderView(
        row.design(),
        row.place(),
        row.access() + (row.location().isEmpty() ? "" : " of " + row.location()),
        row.strength() + " to " + row.weakened(),
        row.need(),
        switch (row.need()) {
          case NEEDED -> witness == null ? "needed" : "needed: " + witness.claim();
          case NOT_SHOWN -> "not shown";
          case NOT_RUN -> "not run";
        },
        witness == null
            ? row.reason().isEmpty() ? row.extent() + "." : row.reason() + "."
            : row.scenario()
                + ", "
                + witness.bound().text()
                + ": "
                + witness.message()
                + ". Path: "
                + witness.replay(),
        witness == null ? List.of() : witness.trace().lines().toList());
  }

  /** A key that all steps of a place share. */
  public String key() {
    return design + " " + place + " " + what;
  }

  public boolean isNeeded() {
    return need == Need.NEEDED;
  }

  public boolean isOpen() {
    return need == Need.NOT_RUN;
  }
}
