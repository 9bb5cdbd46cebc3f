package org.ptstress.reports.text;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.OrderResult;

/** A line for each step by which an order was weakened. */
public record OrdersText(List<OrderResult> rows) {
  /** The number of places with such a row. */
  public static long places(List<OrderResult> rows, Predicate<OrderResult> which) {
    return rows.stream()
        .filter(which)
        .map(row -> row.design() + " " + row.place() + " " + row.access())
        .distinct()
        .count();
  }

  public void print(PrintWriter terminal) {
    String design = "";
    for (OrderResult row : rows) {
      if (!row.design().equals(design)) {
        design = row.design();
        terminal.println(design);
      }
      terminal.printf(
          Locale.ROOT,
          "  %-9s %s %s%s: %s to %s%s%n",
          row.need(),
          row.place(),
          row.access(),
          row.location().isEmpty() ? "" : " of " + row.location(),
          row.strength(),
          row.weakened(),
          result(row));
    }
    terminal.println();
  }

  private static String result(OrderResult row) {
    ExploredWitness witness = row.witness();
    if (witness != null) {
      return ": "
          + witness.claim()
          + " breaks in "
          + row.scenario()
          + ", "
          + witness.bound().text();
    }
    return row.need() == OrderResult.Need.NOT_RUN ? "" : ": " + row.extent();
  }
}
