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
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.Tool;
import org.ptstress.stress.exploration.Exploration;
import org.ptstress.stress.exploration.ExplorationBudget;

/**
 * Explores faults breadth first, until the first witness of each: a little in every scenario, then
 * farther those without a witness that should have one. What the good design breaks in a scenario
 * is no witness. It is explored as far as the fault was at least.
 */
final class FaultExploration {
  /** Most faults have a witness by then. */
  private static final long FIRST_EXECUTIONS = 150;

  /** How much farther good designs go, so that what they break comes to light, too. */
  private static final int GOOD_TIMES = 4;

  private final List<Fault> faults;
  private final ExplorationBudget budget;
  private final Explorer explorer;
  private final ProgressListener progress;
  private final List<ExplorationResult> ofGood = new ArrayList<>();
  private final List<ExplorationResult> ofFaults = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param faults the faults; those that cost something or make others wait are left out, which the
   *     explorer does not see
   * @param budget how far an exploration goes
   * @param explorer explores
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
    ExplorationBudget first = budget.of(Math.min(FIRST_EXECUTIONS, budget.executions()));
    explore(
        ofGood,
        bases().flatMap(Exploration::of),
        first.of(GOOD_TIMES * first.executions()).ofEveryScenario());
    explore(ofFaults, ofFaults(faults), first);
    Set<String> killed =
        ofFaults.stream()
            .filter(row -> !row.broken().isEmpty())
            .map(ExplorationResult::design)
            .collect(toSet());
    List<Fault> resistant =
        faults.stream()
            .filter(fault -> expected(fault) == Expected.KILLED && !killed.contains(fault.name()))
            .toList();
    explore(ofFaults, ofFaults(resistant), budget);
    explore(ofGood, whereBroken(resistant), budget.ofEveryScenario());
    return Stream.concat(ofGood.stream(), ofFaults.stream()).map(Finding::of).toList();
  }

  private Stream<Design> bases() {
    return faults.stream().map(Fault::base).distinct();
  }

  /** The explorations of faults, but for what their good designs break. */
  private Stream<Exploration> ofFaults(List<Fault> some) {
    return some.stream()
        .flatMap(
            fault ->
                Exploration.of(fault)
                    .map(
                        exploration ->
                            exploration.ignoring(
                                broken(fault.base().name(), exploration.scenario().name()))));
  }

  private Set<Claim> broken(String base, String scenario) {
    return ofGood.stream()
        .filter(row -> row.design().equals(base) && row.scenario().equals(scenario))
        .flatMap(row -> row.broken().stream())
        .map(ExploredWitness::claim)
        .collect(toSet());
  }

  /** The explorations of good designs in whose scenarios some faults have a witness. */
  private Stream<Exploration> whereBroken(List<Fault> some) {
    Set<List<String>> places =
        some.stream()
            .flatMap(
                fault ->
                    ofFaults.stream()
                        .filter(row -> row.design().equals(fault.name()) && !row.broken().isEmpty())
                        .map(row -> List.of(fault.base().name(), row.scenario())))
            .collect(toSet());
    return bases()
        .flatMap(Exploration::of)
        .filter(each -> places.contains(List.of(each.design().name(), each.scenario().name())));
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
