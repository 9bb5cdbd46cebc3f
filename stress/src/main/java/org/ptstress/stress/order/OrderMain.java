package org.ptstress.stress.order;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.process.ParentLink;
import org.ptstress.run.result.OrderResult;
import org.ptstress.stress.engine.explore.Order;
import org.ptstress.stress.exploration.ExplorationMain;
import org.ptstress.stress.exploration.Heartbeat;

/**
 * The child JVM that weakens orders. Arguments: its share's number, the number of shares, the
 * budget, then pairs of a design and the number of finished places of its share. Sends for each
 * design the places of its share, then the rows of each.
 */
public final class OrderMain {
  /** The kind of the message that holds the places of a design; its label is the design. */
  static final String PLACES = "places";

  /** The kind of the message that holds the rows of a place; its label is the design. */
  static final String ROWS = "rows";

  /** The kind of a message that says that there is progress. */
  static final String PROGRESS = "progress";

  /** The kind of the message that holds the reason why nothing can be explored. */
  static final String PROBLEM = "problem";

  private OrderMain() {}

  /**
   * Weakens orders.
   *
   * @param args see above
   * @throws IOException if the parent is gone
   */
  public static void main(String[] args) throws IOException {
    ParentLink parent = ParentLink.open();
    String problem = ExplorationMain.problem();
    if (problem.isEmpty()) {
      Iterator<String> next = List.of(args).iterator();
      int share = Integer.parseInt(next.next());
      int shares = Integer.parseInt(next.next());
      OrderBudget budget = OrderBudget.of(next);
      Runnable progress = new Heartbeat(() -> parent.send(PROGRESS, "", ""));
      while (next.hasNext()) {
        String name = next.next();
        int done = Integer.parseInt(next.next());
        try (DesignOrders orders = new DesignOrders(Faults.subject(name), budget, progress)) {
          List<Order> places = share(orders.find(), share, shares);
          parent.send(PLACES, name, places.stream().map(Order::toString).toList());
          for (Order place : places.subList(done, places.size())) {
            parent.send(ROWS, name, orders.rows(place).toArray(OrderResult[]::new));
          }
        }
      }
    } else {
      parent.send(PROBLEM, "", problem);
    }
    ParentLink.end();
  }

  /** Deals places out in round-robin order, because neighbouring ones take equally long. */
  private static List<Order> share(List<Order> all, int share, int shares) {
    List<Order> mine = new ArrayList<>();
    for (int i = share; i < all.size(); i += shares) {
      mine.add(all.get(i));
    }
    return mine;
  }
}
