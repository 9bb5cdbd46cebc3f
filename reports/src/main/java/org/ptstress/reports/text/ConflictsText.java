package org.ptstress.reports.text;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.ptstress.model.Claim;
import org.ptstress.reports.pairs.PairTable;
import org.ptstress.reports.pairs.SharedLocation;
import org.ptstress.run.cost.Bytecodes;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.WorkingSet;
import org.ptstress.run.result.RunStatus;

/** The costs and conflicts of a design as text. */
public record ConflictsText(DesignCosts costs) {
  /** The sizes that the table of costs shows. */
  private static final List<Population> SHOWN =
      List.of(Population.KERNEL_512, Population.KERNEL_65536, Population.PROCESSES_5000);

  /** The claims that a design's own counts decide, without another to compare with. */
  private static final List<Claim> CLAIMS =
      List.of(
          Claim.SCALABLE_FIND,
          Claim.SCALABLE_CREATE,
          Claim.FIND_BESIDE_CHANGE,
          Claim.FLAT_LOOKUP,
          Claim.BOUNDED_SEARCH);

  private static final String LEGEND =
      """
        free       conflict-free: neither writes a location that the other accesses
        interface  they conflict by contract: in another order they would return other results
        design     they conflict in the table, and the contract does not demand it
        stripes    likewise, but only until a compare-and-set of one of them fails
        calls      they conflict in the system calls around the table
        The number after it: in how many states, if not in all.
      """;

  public void print(PrintWriter out) {
    out.println(costs.design());
    if (!costs.problem().isEmpty()) {
      out.printf("  %s: %s%n", RunStatus.of(costs.extent()), costs.problem());
    }
    if (costs.extent() == DesignCosts.Extent.NOTHING) {
      out.println();
      return;
    }
    for (Claim claim : CLAIMS) {
      out.printf("  %-18s %s%n", claim, verdict(claim));
    }
    out.println();
    PairTable.of(costs.conflicts()).forEach(table -> matrix(table, out));
    out.println(LEGEND);
    culprits(out);
    counts(out);
  }

  /** Rows that others should have followed can break a claim, and cannot keep it. */
  private String verdict(Claim claim) {
    CountedClaims.Answer answer = CountedClaims.about(claim, costs.design(), List.of(costs));
    if (answer.broken()) {
      return "broken: " + answer.detail();
    }
    return answer.problem().isEmpty()
        ? "holds: " + answer.detail()
        : "no verdict: " + answer.problem();
  }

  private static void matrix(PairTable table, PrintWriter out) {
    StringBuilder line = new StringBuilder(cell(table.relation().text(), 14));
    table.operations().forEach(operation -> line.append(cell(operation.text(), 12)));
    out.println("  " + line.toString().stripTrailing());
    for (PairTable.Row row : table.rows()) {
      line.setLength(0);
      line.append(cell(row.operation().text(), 14));
      row.cells().forEach(pair -> line.append(cell(pair.word(), 12)));
      out.println("  " + line.toString().stripTrailing());
    }
    out.println();
  }

  private static String cell(String text, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s ", text);
  }

  /** Each location once, with the pairs that it makes conflict; what nothing demands first. */
  private void culprits(PrintWriter out) {
    for (SharedLocation location : SharedLocation.of(costs.conflicts())) {
      Culprit culprit = location.culprit();
      out.printf(
          Locale.ROOT,
          "  %-32s %-11s %-23s %s%n",
          culprit.location(),
          culprit.part().text(),
          culprit.accesses(),
          location.sharedBy());
    }
    out.println();
  }

  private void counts(PrintWriter out) {
    out.printf(
        "  %-14s %-22s %8s %8s %6s %8s %7s %9s %7s%n",
        "mean of one", "", "loads", "stores", "RMW", "objects", "new", "bytecodes", "growth");
    for (Operation operation : Operation.values()) {
      for (CountRow row : costs.accesses().counts()) {
        if (row.operation() == operation && SHOWN.contains(row.population())) {
          out.printf(
              Locale.ROOT,
              "  %-14s %-22s %8.1f %8.1f %6.1f %8.1f %7.2f %9s %7s%n",
              operation.text(),
              row.population().text(),
              row.loads(),
              row.mean(row.call().stores()),
              row.mean(row.call().rmws()),
              row.mean(row.call().objects()),
              row.mean(row.call().allocations()),
              bytecodes(row),
              row.growthSteps() == 0 ? "-" : row.growthSteps() + "/200");
        }
      }
    }
    for (WorkingSet set : costs.accesses().workingSets()) {
      if (SHOWN.contains(set.population())) {
        out.printf(
            Locale.ROOT,
            "  Finds of all timers, %s: %.2f locations in %.2f objects, or objects and"
                + " elements %.2f, for each.%n",
            set.population().text(),
            set.locationsEach(),
            set.objectsEach(),
            set.placesEach());
        if (!set.shared().isEmpty()) {
          out.println(
              "  They write, and those of another thread access: "
                  + String.join(", ", set.shared())
                  + ".");
        }
      }
    }
    out.println();
  }

  private static String bytecodes(CountRow row) {
    Bytecodes sum = row.bytecodes();
    return sum == null ? "-" : String.format(Locale.ROOT, "%.1f", row.mean(sum.call()));
  }
}
