package org.ptstress.stress.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.OrderResult.Need;
import org.ptstress.stress.engine.choice.Bounds;
import org.ptstress.stress.engine.explore.Explorer;
import org.ptstress.stress.engine.explore.Order;
import org.ptstress.stress.engine.explore.Order.Rest;
import org.ptstress.stress.engine.explore.Orders;
import org.ptstress.stress.engine.explore.Rule;
import org.ptstress.stress.exploration.Harness;
import org.ptstress.stress.scenario.Scenarios;

/** The orders of one design, weakened one at a time, in a JVM with the access engine. */
final class DesignOrders implements AutoCloseable {
  /** The number of executions that record the places of a scenario. */
  private static final long LOOKS = 100;

  /** The maximum of trace lines to keep; nobody reads more, and the witness can be replayed. */
  private static final int LONGEST_TRACE = 200;

  private static final Bounds NEAR = new Bounds(1, 1);

  private final Design design;
  private final OrderBudget budget;
  private final Runnable progress;
  private final Orders orders = new Orders();
  private final Explorer explorer = new Explorer(Rule.all(), Harness::treatment, orders);

  /** The scenarios, cheap ones first, with the places that each executes. */
  private final Map<WeakenedScenario, List<Order>> passed = new LinkedHashMap<>();

  DesignOrders(Design design, OrderBudget budget, Runnable progress) {
    this.design = design;
    this.budget = budget;
    this.progress = progress;
  }

  @Override
  public void close() {
    explorer.close();
  }

  /** Finds the places that order memory in some scenario. */
  List<Order> find() {
    Set<Claim> kept = EnumSet.noneOf(Claim.class);
    for (Claim claim : Claim.values()) {
      if (design.promises().on(claim).expectation() == Expectation.HOLDS) {
        kept.add(claim);
      }
    }
    Set<Order> found = new TreeSet<>();
    Scenarios.all().stream()
        .filter(
            scenario ->
                scenario.isExplored() && !scenario.isOfProgress() && !Scenarios.isLarge(scenario))
        .filter(scenario -> Scenarios.applies(scenario, design))
        .sorted(Comparator.comparing(scenario -> scenario.actors().size()))
        .forEach(
            scenario -> {
              WeakenedScenario weakened =
                  new WeakenedScenario(scenario, design, kept, explorer, orders, progress);
              orders.forget();
              weakened.look(NEAR, LOOKS);
              passed.put(weakened, orders.shared());
              found.addAll(orders.passed());
            });
    Predicate<String> isWanted = Pattern.compile(budget.places()).asPredicate();
    return found.stream().filter(order -> isWanted.test(order.toString())).toList();
  }

  /** Weakens a place step by step; a row for each step that was tried, the strongest first. */
  List<OrderResult> rows(Order order) {
    List<WeakenedScenario> scenarios = new ArrayList<>();
    passed.forEach(
        (scenario, places) -> {
          if (places.contains(order)) {
            scenarios.add(scenario);
          }
        });
    // If the order can be dropped, so can every step in between.
    OrderResult nothing = row(order, Rest.NONE, scenarios);
    List<OrderResult> rows = new ArrayList<>();
    for (Rest rest : order.rests()) {
      if (rest == Rest.NONE || nothing.need() != Need.NEEDED) {
        continue;
      }
      // The trace of the last step suffices.
      OrderResult row = row(order, rest, scenarios).withoutTrace();
      rows.add(row);
      if (rest == Rest.ACQUIRE_RELEASE && row.need() == Need.NEEDED) {
        break;
      }
    }
    rows.add(isReadable(nothing.witness()) ? nothing : nothing.withoutTrace());
    return rows;
  }

  private static boolean isReadable(@Nullable ExploredWitness witness) {
    return witness == null || witness.trace().lines().count() <= LONGEST_TRACE;
  }

  private OrderResult row(Order order, Rest rest, List<WeakenedScenario> scenarios) {
    orders.weaken(order, rest);
    try {
      return new Attempt(design, order, rest, scenarios, budget).row();
    } finally {
      orders.restore();
    }
  }

  static OrderResult notRun(String design, String place, String reason) {
    return new OrderResult(
        design, place, "", "", "", "", Need.NOT_RUN, reason, 0, null, 0, 0, 0, "", null);
  }
}
