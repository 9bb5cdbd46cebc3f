package org.ptstress.stress.fault;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.fault.Fault;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.Tool;
import org.ptstress.stress.exploration.Exploration;
import org.ptstress.stress.exploration.ExplorationBudget;

/**
 * Explores faults until the first witness of each: the scenarios that decide the claim which a
 * fault is meant to break, a little and then further, the others a little, and then all. Only
 * faults that lack an expected witness are explored further. What the good design breaks in a
 * scenario, too, is no witness; it is explored at least as far as the fault.
 */
final class FaultExploration {
  /** The first budget, within which most faults have a witness. */
  private static final long FIRST_EXECUTIONS = 150;

  /** The divisor of the executions with one stale read. */
  private static final int PART = 4;

  /** How much further good designs are explored, so that their own broken claims show. */
  private static final int GOOD_TIMES = 4;

  private final List<Fault> faults;
  private final ExplorationBudget budget;
  private final Explorer explorer;
  private final ProgressListener progress;
  private final List<ExplorationResult> ofGood = new ArrayList<>();
  private final List<ExplorationResult> ofFaults = new ArrayList<>();

  /**
   * Creates an exploration of faults.
   *
   * @param faults the faults; faults that add cost or blocking are left out, because the explorer
   *     cannot detect them
   * @param budget how far an exploration goes
   * @param explorer runs the explorations
   * @param progress receives the explorations done and those known to be left
   */
  FaultExploration(
      List<Fault> faults, ExplorationBudget budget, Explorer explorer, ProgressListener progress) {
    this.faults =
        faults.stream().filter(fault -> expected(fault) != Expected.DOES_NOT_APPLY).toList();
    this.budget = budget;
    this.explorer = explorer;
    this.progress = progress;
  }

  private static Expected expected(Fault fault) {
    return Expectations.of(fault.name(), Tool.EXPLORATION);
  }

  List<Finding> run() throws IOException, InterruptedException {
    ExplorationBudget first = budget.glance(Math.min(FIRST_EXECUTIONS, budget.executions()));
    explore(ofGood, bases().flatMap(Exploration::of), ofGood(first));
    explore(ofFaults, explorations(faults).filter(FaultExploration::isAimed), first);
    look(explorations(resistant()).filter(FaultExploration::isAimed), withOneStaleRead());
    explore(ofFaults, explorations(unbroken()).filter(each -> !isAimed(each)), first);
    look(explorations(resistant()), budget);
    return Stream.concat(ofGood.stream(), ofFaults.stream()).map(Finding::of).toList();
  }

  /**
   * Most missing orders show by one stale read. With two, there are so many executions with fewer
   * preemptions that those with the preemptions needed come late.
   */
  private ExplorationBudget withOneStaleRead() {
    Bound bound = budget.bound();
    return new ExplorationBudget(
        new Bound(bound.preemptions(), Math.min(1, bound.staleReads())),
        Math.max(1, budget.executions() / PART),
        0,
        budget.stopsAtBroken());
  }

  /** The budget of a good design whose fault has another one. */
  private ExplorationBudget ofGood(ExplorationBudget ofFault) {
    return ofFault
        .of(Math.min(GOOD_TIMES * ofFault.executions(), budget.executions()))
        .ofEveryScenario();
  }

  /** Whether a scenario decides the claim that the explored fault is meant to break. */
  private static boolean isAimed(Exploration exploration) {
    return exploration.claims().contains(((Fault) exploration.design()).claim());
  }

  private List<Fault> unbroken() {
    return faults.stream()
        .filter(
            fault ->
                ofFaults.stream()
                    .filter(row -> row.design().equals(fault.name()))
                    .allMatch(row -> broken(fault.base(), row.scenario()).containsAll(broken(row))))
        .toList();
  }

  private List<Fault> resistant() {
    return unbroken().stream().filter(fault -> expected(fault) == Expected.KILLED).toList();
  }

  private Stream<Design> bases() {
    return faults.stream().map(Fault::base).distinct();
  }

  /** The explorations of faults, ignoring the claims that their good designs break. */
  private Stream<Exploration> explorations(List<Fault> some) {
    return some.stream()
        .flatMap(
            fault ->
                Exploration.of(fault)
                    .map(
                        exploration ->
                            exploration.ignoring(
                                broken(fault.base(), exploration.scenario().name()))));
  }

  private Set<Claim> broken(Design good, String scenario) {
    return ofGood.stream()
        .filter(row -> row.design().equals(good.name()) && row.scenario().equals(scenario))
        .flatMap(row -> broken(row).stream())
        .collect(toSet());
  }

  private static Set<Claim> broken(ExplorationResult row) {
    return row.broken().stream().map(ExploredWitness::claim).collect(toSet());
  }

  /** Explores faults, and good designs where one of these has a witness. */
  private void look(Stream<Exploration> explorations, ExplorationBudget how)
      throws IOException, InterruptedException {
    int before = ofFaults.size();
    explore(ofFaults, explorations, how);
    Set<List<String>> places =
        ofFaults.subList(before, ofFaults.size()).stream()
            .filter(row -> !row.broken().isEmpty())
            .map(row -> List.of(base(row.design()).name(), row.scenario()))
            .collect(toSet());
    explore(
        ofGood,
        bases()
            .flatMap(Exploration::of)
            .filter(each -> places.contains(List.of(each.design().name(), each.scenario().name()))),
        ofGood(how));
  }

  private Design base(String name) {
    return faults.stream()
        .filter(fault -> fault.name().equals(name))
        .findFirst()
        .orElseThrow()
        .base();
  }

  private void explore(
      List<ExplorationResult> rows, Stream<Exploration> explorations, ExplorationBudget how)
      throws IOException, InterruptedException {
    int before = ofGood.size() + ofFaults.size();
    rows.addAll(
        explorer.explore(
            explorations.toList(),
            how,
            (done, total, what) -> progress.progress(before + done, before + total, what)));
  }

  /** Explores, as {@link org.ptstress.stress.exploration.ExplorationRunner#run} does. */
  @FunctionalInterface
  interface Explorer {
    List<ExplorationResult> explore(
        List<Exploration> explorations, ExplorationBudget budget, ProgressListener progress)
        throws IOException, InterruptedException;
  }
}
