package org.ptstress.reports.page.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.verdict.DemandView.Figure;
import org.ptstress.reports.page.verdict.DemandView.Group;
import org.ptstress.reports.pairs.PairTable;
import org.ptstress.reports.pairs.SharedLocation;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.Population;

/**
 * Figures of a run's counts and conflicts: exact, and the same on every machine.
 *
 * @param costs the recorded costs
 * @param designs the designs under test; the yardstick may be recorded besides
 * @param prefix the prefix of the ids of this run
 */
public record CountedFigures(List<DesignCosts> costs, List<String> designs, String prefix) {
  /** Copies the lists. */
  public CountedFigures {
    designs = List.copyOf(designs);
  }

  /** Locations that two finds share and one of them writes. */
  Group sharedByFinds() {
    return group(
        "Locations on which two finds conflict", each -> shared(each, PairRow::joinsFinds));
  }

  /** Locations that creates and deletes of two processes share and one of them writes. */
  Group sharedByChanges() {
    return group(
        "Locations on which creates and deletes of two processes conflict",
        each -> shared(each, PairRow::joinsChangesOfTwoProcesses));
  }

  /** The growth of the loads of a find. */
  Group growth() {
    Population few = Population.KERNEL_512;
    Population many = Population.KERNEL_65536;
    return group(
        String.format(
            Locale.ROOT, "Loads of a find at %,d and %,d timers", few.timers(), many.timers()),
        each -> {
          Optional<CountRow> first = each.accesses().count(Operation.FIND, few);
          Optional<CountRow> last = each.accesses().count(Operation.FIND, many);
          if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
          }
          double ratio = first.get().loads() / last.get().loads();
          String value =
              String.format(Locale.ROOT, "%.0f and %.0f", first.get().loads(), last.get().loads());
          return Optional.of(
              figure(each, value, bytecodes(first.get(), last.get()), ratio < 0.5, ratio));
        });
  }

  private static String bytecodes(CountRow few, CountRow many) {
    return few.bytecodes() == null || many.bytecodes() == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%,.0f and %,.0f bytecodes",
            few.mean(few.bytecodes().call()),
            many.mean(many.bytecodes().call()));
  }

  private Optional<Figure> shared(DesignCosts each, Predicate<PairRow> says) {
    List<PairRow> pairs = each.conflicts().pairs().stream().filter(says).toList();
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    // A conflict in one or two states of a hundred comes from two timers in one bucket.
    List<String> locations =
        pairs.stream()
            .flatMap(pair -> pair.culprits().stream())
            .filter(culprit -> culprit.states() > PairRow.COLLISIONS)
            .map(Culprit::location)
            .distinct()
            .toList();
    String value = locations.isEmpty() ? "none" : Integer.toString(locations.size());
    return Optional.of(
        figure(
            each,
            value,
            locations.stream().limit(2).collect(Collectors.joining(", "))
                + (locations.size() > 2 ? ", ..." : ""),
            !locations.isEmpty(),
            -locations.size()));
  }

  private Figure figure(DesignCosts each, String value, String note, boolean worse, double ratio) {
    return new Figure(
        each.design(), value, note, worse ? "less" : "more", "#" + anchor(each.design()), ratio);
  }

  private Group group(String label, Function<DesignCosts, Optional<Figure>> figure) {
    List<Figure> figures =
        designs.stream().flatMap(design -> find(design).flatMap(figure).stream()).toList();
    return new Group(
        label, figures, figures.isEmpty() ? "This run has no record of accesses." : "");
  }

  private Optional<DesignCosts> find(String design) {
    return costs.stream()
        .filter(each -> each.design().equals(design) && each.problem().isEmpty())
        .findFirst();
  }

  private String anchor(String design) {
    return prefix + "pairs-" + Format.id(design);
  }

  /** The pairs of each design. */
  public List<PairsView> pairs() {
    return costs.stream()
        .filter(each -> designs.contains(each.design()))
        .map(
            each ->
                new PairsView(
                    each.design(),
                    anchor(each.design()),
                    each.problem(),
                    PairTable.of(each.conflicts()),
                    SharedLocation.of(each.conflicts())))
        .toList();
  }
}
