package org.ptstress.stress.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Design;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.OrderResult.Need;
import org.ptstress.stress.engine.choice.Bounds;
import org.ptstress.stress.engine.explore.Order;
import org.ptstress.stress.order.WeakenedScenario.Extent;
import org.ptstress.stress.order.WeakenedScenario.Found;

/** A search for claims that break when one order is weakened by one step. */
final class Attempt {
  private final Design design;
  private final Order order;
  private final Order.Rest rest;
  private final List<WeakenedScenario> scenarios;
  private final OrderBudget budget;
  private final long start = System.nanoTime();
  private long executions;
  private long walks;
  private @Nullable Bound exhausted;

  Attempt(
      Design design,
      Order order,
      Order.Rest rest,
      List<WeakenedScenario> scenarios,
      OrderBudget budget) {
    this.design = design;
    this.order = order;
    this.rest = rest;
    this.scenarios = scenarios;
    this.budget = budget;
  }

  OrderResult row() {
    OrderResult row = pass(new Extent(bounds(budget.near()), budget.executions(), false));
    if (row == null && budget.walks() > 0) {
      row = pass(new Extent(bounds(budget.far()), budget.walks(), true));
    }
    return row == null
        ? row(
            Need.NOT_SHOWN,
            scenarios.isEmpty() ? "no two actors access that location" : "",
            "",
            null)
        : row;
  }

  /** Searches all scenarios; returns the row if they decide, or null. */
  private @Nullable OrderResult pass(Extent extent) {
    Bound least = new Bound(extent.bounds().preemptions(), extent.bounds().staleReads());
    boolean whole = !extent.walks();
    for (WeakenedScenario scenario : scenarios) {
      Found found = scenario.search(extent);
      executions += found.executions();
      walks += extent.walks() ? found.executions() : 0;
      if (!found.problem().isEmpty()) {
        return row(Need.NOT_RUN, scenario.name() + ": " + found.problem(), "", null);
      }
      if (found.witness() != null) {
        return row(Need.NEEDED, "", scenario.name(), found.witness());
      }
      Bounds all = found.exhausted();
      whole &= all != null;
      if (all != null) {
        least =
            new Bound(
                Math.min(least.preemptions(), all.preemptions()),
                Math.min(least.staleReads(), all.staleReads()));
      }
    }
    if (whole) {
      exhausted = least;
    }
    return null;
  }

  private static Bounds bounds(Bound bound) {
    return new Bounds(bound.preemptions(), bound.staleReads());
  }

  private OrderResult row(
      Need need, String reason, String scenario, @Nullable ExploredWitness witness) {
    return new OrderResult(
        design.name(),
        order.place(),
        order.access(),
        order.location(),
        order.strength(),
        rest.text(order.kind()),
        need,
        reason,
        scenarios.size(),
        exhausted,
        executions,
        walks,
        (System.nanoTime() - start) / 1e9,
        scenario,
        witness);
  }
}
