package org.ptstress.reports.text;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ptstress.stress.exploration.LitmusRow;

/**
 * The table of the litmus tests.
 *
 * @param rows the tests
 */
public record LitmusText(List<LitmusRow> rows) {
  /** More are a number: of the 47 of CoRR2 nobody reads one. */
  private static final int MOST = 8;

  private static final String LINE = "%-9s %-31s %-46s %10s  %-25s %-25s %s%n";

  public void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        LINE,
        "",
        "test",
        "accesses",
        "executions",
        "outcomes seen",
        "outcomes allowed",
        "missed by design");
    rows.forEach(row -> print(row, out));
    long exact = rows.stream().filter(LitmusRow::hasExactlyTheAllowed).count();
    long executions = rows.stream().mapToLong(LitmusRow::executions).sum();
    out.printf(
        Locale.ROOT,
        "%n%,d of %,d tests have exactly the outcomes that they are allowed, in %,d executions.%n",
        exact,
        rows.size(),
        executions);
    out.println(
        "Allowed: what both RC11 without load buffering and the memory model of"
            + " Java allow, with plain accesses treated as opaque.");
    out.flush();
  }

  private static void print(LitmusRow row, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        LINE,
        row.hasExactlyTheAllowed() ? "exact" : "NOT EXACT",
        row.name(),
        row.modes(),
        row.executions(),
        text(row.seen()),
        text(row.allowed()),
        text(row.missed()));
    if (!row.hasExactlyTheAllowed()) {
      out.println("          missing: " + difference(row.allowed(), row.seen()));
      out.println("          one too many: " + difference(row.seen(), row.allowed()));
    }
  }

  private static String text(Set<String> outcomes) {
    return outcomes.size() > MOST
        ? outcomes.size() + " outcomes"
        : String.join(" ", new TreeSet<>(outcomes));
  }

  private static String difference(Set<String> some, Set<String> others) {
    Set<String> left = new TreeSet<>(some);
    left.removeAll(others);
    return left.isEmpty() ? "none" : String.join(" ", left);
  }
}
