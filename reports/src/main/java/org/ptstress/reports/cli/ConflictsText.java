package org.ptstress.reports.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.run.cost.Blame;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.Population;
import org.ptstress.run.cost.Relation;
import org.ptstress.run.cost.WorkingSet;

/** The costs and conflicts of a design as text. */
final class ConflictsText {
  /** The sizes that the table of costs shows. */
  private static final List<Population> SHOWN =
      List.of(Population.KERNEL_512, Population.KERNEL_65536, Population.PROCESSES_5000);

  /** The claims that a design's own counts decide, without another to compare with. */
  private static final List<Claim> SCALING =
      List.of(
          Claim.SCALABLE_FIND, Claim.SCALABLE_CREATE, Claim.FIND_BESIDE_CHANGE, Claim.FLAT_LOOKUP);

  private static final String LEGEND =
      """
        free       they share nothing that either writes
        interface  they share something, and in another order they would return something else
        design     they share something of the table, and nothing demands it
        stripes    likewise, but only until a compare-and-set of one of them fails
        calls      they share something of the system calls around the table
        Behind it: in how many states, if not in all.
      """;

  private final DesignCosts costs;

  ConflictsText(DesignCosts costs) {
    this.costs = costs;
  }

  void print(PrintWriter out) {
    out.println(costs.design());
    if (!costs.problem().isEmpty()) {
      out.printf("  NOT_RUN: %s%n%n", costs.problem());
      return;
    }
    for (Claim claim : SCALING) {
      CountedClaims.Answer answer = CountedClaims.about(claim, costs.design(), List.of(costs));
      out.printf(
          "  %-18s %s%n", claim, (answer.broken() ? "broken: " : "holds: ") + answer.detail());
    }
    out.println();
    for (Relation relation : Relation.values()) {
      matrix(relation, out);
    }
    out.println(LEGEND);
    culprits(out);
    counts(out);
  }

  private void matrix(Relation relation, PrintWriter out) {
    List<PairRow> pairs =
        costs.conflicts().pairs().stream().filter(pair -> pair.relation() == relation).toList();
    List<Operation> operations = pairs.stream().map(PairRow::second).distinct().sorted().toList();
    StringBuilder line = new StringBuilder(cell(relation.text(), 14));
    operations.forEach(operation -> line.append(cell(operation.text(), 12)));
    out.println("  " + line.toString().stripTrailing());
    for (Operation second : operations) {
      line.setLength(0);
      line.append(cell(second.text(), 14));
      for (Operation first : operations) {
        Optional<PairRow> cell =
            pairs.stream()
                .filter(pair -> pair.first() == first && pair.second() == second)
                .findFirst();
        if (first.compareTo(second) <= 0) {
          line.append(cell(cell.map(ConflictsText::word).orElse("-"), 12));
        }
      }
      out.println("  " + line.toString().stripTrailing());
    }
    out.println();
  }

  private static String cell(String text, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s ", text);
  }

  private static String word(PairRow pair) {
    if (pair.conflictFree()) {
      return "free";
    }
    int conflicting = pair.states() - pair.freeStates();
    String number = pair.freeStates() == 0 ? "" : " " + conflicting;
    return pair.blame().text() + number;
  }

  /** Each location once, with the pairs that it makes conflict; what nothing demands first. */
  private void culprits(PrintWriter out) {
    List<PairRow> pairs = new ArrayList<>(costs.conflicts().pairs());
    pairs.sort(Comparator.comparing(pair -> pair.blame() != Blame.DESIGN));
    Map<String, List<PairRow>> byLocation = new LinkedHashMap<>();
    Map<String, Culprit> first = new HashMap<>();
    for (PairRow pair : pairs) {
      for (Culprit culprit : pair.culprits()) {
        List<PairRow> all =
            byLocation.computeIfAbsent(culprit.location(), key -> new ArrayList<>());
        first.putIfAbsent(culprit.location(), culprit);
        if (!all.contains(pair)) {
          all.add(pair);
        }
      }
    }
    byLocation.forEach((location, all) -> out.println(line(first.get(location), all)));
    out.println();
  }

  private static String line(@Nullable Culprit culprit, List<PairRow> pairs) {
    PairRow first = pairs.get(0);
    return String.format(
        Locale.ROOT,
        "  %-32s %-11s %-23s %s + %s, %s%s",
        requireNonNull(culprit).location(),
        culprit.part().text(),
        culprit.accesses(),
        first.first().text(),
        first.second().text(),
        first.relation().text(),
        pairs.size() == 1 ? "" : ", and " + (pairs.size() - 1) + " more");
  }

  private void counts(PrintWriter out) {
    out.printf(
        "  %-14s %-22s %8s %8s %6s %8s %7s %7s%n",
        "mean of one", "", "loads", "stores", "RMW", "objects", "new", "growth");
    for (Operation operation : Operation.values()) {
      for (CountRow row : costs.accesses().counts()) {
        if (row.operation() == operation && SHOWN.contains(row.population())) {
          out.printf(
              Locale.ROOT,
              "  %-14s %-22s %8.1f %8.1f %6.1f %8.1f %7.2f %7s%n",
              operation.text(),
              row.population().text(),
              row.loads(),
              row.mean(row.call().stores()),
              row.mean(row.call().rmws()),
              row.mean(row.call().objects()),
              row.mean(row.call().allocations()),
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
      }
    }
    out.println();
  }
}
