package org.ptstress.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.Profile;
import org.ptstress.run.unit.Unit;
import org.ptstress.run.unit.UnitSelection;
import org.ptstress.stress.check.CheckRunner;
import org.ptstress.stress.cost.CostRunner;
import org.ptstress.stress.exploration.Exploration;
import org.ptstress.stress.exploration.ExplorationRunner;
import org.ptstress.stress.interleaving.Search;
import org.ptstress.stress.race.RacePair;
import org.ptstress.stress.race.RaceRunner;
import org.ptstress.stress.scenario.Scenarios;

/** The units of the stress part of a run, independent of the machine that executes them. */
public final class StressPlan {
  private final StressBudget budget;
  private final List<Design> designs;
  private final @Nullable Claim only;
  private final UnitSelection selection;

  StressPlan(
      StressBudget budget, List<Design> designs, @Nullable Claim only, UnitSelection selection) {
    this.budget = budget;
    this.designs = List.copyOf(designs);
    this.only = only;
    this.selection = selection;
  }

  /**
   * The plan of a whole run.
   *
   * @param profile how much to do
   * @param designs the designs under test
   * @return the plan
   */
  public static StressPlan of(Profile profile, List<Design> designs) {
    return new StressPlan(StressBudget.of(profile), designs, null, UnitSelection.ALL);
  }

  /** A copy with another selection. */
  StressPlan with(UnitSelection other) {
    return new StressPlan(budget, designs, only, other);
  }

  /**
   * The units, in the order in which a run writes their rows.
   *
   * @return each unit once
   */
  public List<Unit> units() {
    return Stream.of(
            checked().stream().map(StressPlan::checksOf),
            recorded().stream().map(StressPlan::accessesOf),
            explorations().stream().map(StressPlan::unit),
            races().stream().map(StressPlan::unit),
            searches().stream().map(StressPlan::unit))
        .flatMap(units -> units)
        .toList();
  }

  /**
   * The content of the units, which tells plans of different versions apart.
   *
   * @return a line for each promise and scenario, and one for the budget
   */
  public List<String> content() {
    List<String> lines = new ArrayList<>();
    lines.add(budget.toString());
    Scenarios.all().forEach(scenario -> lines.add(scenario.name() + scenario.claims()));
    for (Design design : designs) {
      design
          .promises()
          .all()
          .forEach(
              each -> lines.add(design.name() + " " + each.claim() + " " + each.expectation()));
    }
    return lines;
  }

  /**
   * The rows of a run that did nothing.
   *
   * @param reason why, without a full stop
   * @return rows for every unit, in the order of {@link #units}
   */
  public EvidenceFiles notRun(String reason) {
    return new EvidenceFiles(
        RaceRunner.notRun(races(), Integer.MAX_VALUE, reason),
        searches().stream().map(search -> search.notRun(reason)).toList(),
        CheckRunner.notRun(checked(), reason),
        CostRunner.notRun(recorded(), reason),
        ExplorationRunner.notRun(explorations(), reason));
  }

  List<Design> checked() {
    return selected(designs, StressPlan::checksOf);
  }

  List<Design> recorded() {
    return recorded(List.of());
  }

  /** The designs to record: those under test, and the yardstick unless its costs are known. */
  List<Design> recorded(List<String> known) {
    List<Design> recorded = new ArrayList<>(designs);
    if (!known.contains(Designs.YARDSTICK)
        && designs.stream().noneMatch(design -> design.name().equals(Designs.YARDSTICK))) {
      recorded.add(Designs.named(Designs.YARDSTICK));
    }
    return selected(recorded, StressPlan::accessesOf);
  }

  List<RacePair> races() {
    List<RacePair> pairs = new ArrayList<>();
    for (Design design : designs) {
      for (Scenario scenario : Scenarios.of(Scenario.Mode.RACE)) {
        if (Scenarios.applies(scenario, design) && decides(scenario.claims())) {
          pairs.add(new RacePair(design.name(), scenario));
        }
      }
    }
    return selected(pairs, StressPlan::unit);
  }

  List<Search> searches() {
    List<Search> searches =
        designs.stream()
            .flatMap(Search::of)
            .filter(search -> budget.searchesExplored() || !search.isExplored())
            .filter(search -> decides(search.claims()))
            .toList();
    return selected(searches, StressPlan::unit);
  }

  List<Exploration> explorations() {
    List<Exploration> explorations =
        designs.stream()
            .flatMap(Exploration::of)
            .filter(each -> decides(each.claims()))
            .flatMap(each -> each.slices(budget.slices()))
            .toList();
    return selected(explorations, StressPlan::unit);
  }

  private <T> List<T> selected(List<T> all, Function<T, Unit> unit) {
    return all.stream().filter(each -> selection.includes(unit.apply(each))).toList();
  }

  private boolean decides(List<Claim> claims) {
    return only == null || claims.contains(only);
  }

  private static Unit checksOf(Design design) {
    return new Unit(Unit.CHECKS, design.name(), "");
  }

  private static Unit accessesOf(Design design) {
    return new Unit(Unit.ACCESSES, design.name(), "");
  }

  private static Unit unit(RacePair pair) {
    return new Unit(Unit.RACES, pair.design(), pair.scenario().name());
  }

  private static Unit unit(Search search) {
    return new Unit(Unit.INTERLEAVINGS, search.design().name(), search.name());
  }

  private static Unit unit(Exploration exploration) {
    return new Unit(Unit.EXPLORATIONS, exploration.design().name(), exploration.part());
  }
}
