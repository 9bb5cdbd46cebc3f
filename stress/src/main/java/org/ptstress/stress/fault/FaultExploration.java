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
 * Explores faults breadth first, until the first witness of each: every scenario a little, then
 * further for faults that lack an expected witness. What the good design breaks in a scenario, too,
 * is no witness; it is explored at least as far as the fault.
 */
final class FaultExploration {
  /** The first budget, within which most faults have a witness. */
  private static final long FIRST_EXECUTIONS = 150;

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

  /** The explorations of faults, ignoring the claims that their good designs break. */
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

  /** The explorations of good designs, in scenarios in which some fault has a witness. */
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
