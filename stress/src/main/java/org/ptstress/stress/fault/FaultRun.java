package org.ptstress.stress.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.cost.CountedClaims;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.Tool;
import org.ptstress.stress.check.CheckRunner;
import org.ptstress.stress.cost.CostRunner;
import org.ptstress.stress.exploration.ExplorationRunner;
import org.ptstress.stress.interleaving.SearchBudget;
import org.ptstress.stress.interleaving.SearchRunner;
import org.ptstress.stress.race.RacePair;
import org.ptstress.stress.race.RaceRunner;
import org.ptstress.stress.scenario.Scenarios;

/**
 * Runs faults, and the good designs that they are in, through the tools. A fault is killed by a
 * witness, for a scenario and claim for which the good design has none, or by a hang of a check or
 * race that ends in the good design. A tool stops at the first witness.
 */
public final class FaultRun {
  private final Path folder;
  private final FaultBudget budget;
  private final List<Fault> faults;
  private final boolean all;
  private final int cpus;

  /**
   * Describes a run.
   *
   * @param folder where logs go; it must exist
   * @param budget the budget for each fault
   * @param faults the faults
   * @param all whether races also cover scenarios that decide other claims than the one that a
   *     fault is meant to break
   * @param cpus how many CPUs to use
   */
  public FaultRun(Path folder, FaultBudget budget, List<Fault> faults, boolean all, int cpus) {
    this.folder = folder.toAbsolutePath();
    this.budget = budget;
    this.faults = List.copyOf(faults);
    this.all = all;
    this.cpus = cpus;
  }

  /**
   * Runs the deterministic checks.
   *
   * @param progress receives progress
   * @return a row for each fault
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public List<FaultRow> check(ProgressListener progress) throws IOException, InterruptedException {
    CheckRunner runner = new CheckRunner(folder, cpus, budget.silence(), Deadline.none());
    return rows(
        Tool.CHECK, runner.check(subjects(faults), progress).stream().map(Finding::of).toList());
  }

  /**
   * Runs Lincheck on each fault until the first witness, starting with the searches that decide the
   * claim it is meant to break, and on good designs where a fault has a witness.
   *
   * @param progress receives the searches done and those known to be left
   * @return a row for each fault
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public List<FaultRow> search(ProgressListener progress) throws IOException, InterruptedException {
    FaultSearch search =
        new FaultSearch(
            faults, runner(budget.searches())::search, runner(budget.searches().longest())::search);
    return rows(Tool.INTERLEAVING, search.run(progress));
  }

  private SearchRunner runner(SearchBudget searches) {
    return new SearchRunner(folder, cpus, searches, budget.silence(), Deadline.none());
  }

  /**
   * Explores the scenarios of faults, and those of good designs in which a fault has a witness.
   *
   * @param progress receives the explorations done and those known to be left
   * @return a row for each fault
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public List<FaultRow> explore(ProgressListener progress)
      throws IOException, InterruptedException {
    FaultExploration exploration =
        new FaultExploration(
            faults,
            budget.explorations(),
            (explorations, chosen, listener) ->
                new ExplorationRunner(
                        folder, cpus, List.of(chosen), budget.silence(), Deadline.none())
                    .run(explorations, listener),
            progress);
    return rows(Tool.EXPLORATION, exploration.run());
  }

  /**
   * Runs the races, in the same order.
   *
   * @param progress receives progress
   * @return a row for each fault
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public List<FaultRow> race(ProgressListener progress) throws IOException, InterruptedException {
    RaceRunner runner = new RaceRunner(folder, cpus, Deadline.none());
    List<RacePair> ofFaults = new ArrayList<>();
    Set<RacePair> ofGood = new LinkedHashSet<>();
    for (Fault fault : faults) {
      for (Scenario scenario : raced(fault)) {
        ofFaults.add(new RacePair(fault.name(), scenario));
        ofGood.add(new RacePair(fault.base().name(), scenario));
      }
    }
    List<RaceResult> good =
        runner.race(
            List.copyOf(ofGood),
            budget.races("races"),
            (done, total, what) -> progress.progress(done, total + ofFaults.size(), what));
    List<RaceResult> bad =
        runner.race(
            ofFaults,
            budget.races("races-of-faults").stoppingAtBroken(),
            (done, total, what) ->
                progress.progress(done + ofGood.size(), total + ofGood.size(), what));
    return rows(Tool.RACE, Stream.concat(good.stream(), bad.stream()).map(Finding::of).toList());
  }

  /**
   * Records the accesses of faults that add cost; counts do not concern the others. Such a fault is
   * killed by a claim that counts decide, or by higher costs than the good design's.
   *
   * @param progress receives progress
   * @return a row for each fault
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public List<FaultRow> record(ProgressListener progress) throws IOException, InterruptedException {
    Map<String, Design> recorded = new LinkedHashMap<>();
    for (Fault fault : faults) {
      if (Expectations.of(fault.name(), Tool.ACCESS) != Expected.DOES_NOT_APPLY) {
        recorded.put(Designs.YARDSTICK, Designs.named(Designs.YARDSTICK));
        recorded.put(fault.base().name(), fault.base());
        recorded.put(fault.name(), fault);
      }
    }
    List<DesignCosts> costs =
        new CostRunner(folder, cpus, budget.silence(), false, Deadline.none())
            .costs(List.copyOf(recorded.values()), progress);
    List<Finding> findings = new ArrayList<>();
    for (String subject : recorded.keySet()) {
      for (Claim claim : Claim.values()) {
        if (CountedClaims.decides(claim)) {
          CountedClaims.Answer answer = CountedClaims.about(claim, subject, costs);
          findings.add(Finding.of(subject, claim, answer));
        }
      }
    }
    for (Fault fault : faults) {
      if (recorded.containsKey(fault.name())) {
        findings.addAll(Finding.compared(fault, costs));
      }
    }
    return rows(Tool.ACCESS, findings);
  }

  /** The raced scenarios, those most related to the fault's claim first. */
  private List<Scenario> raced(Fault fault) {
    return Scenarios.of(Scenario.Mode.RACE).stream()
        .filter(scenario -> Scenarios.applies(scenario, fault))
        .filter(scenario -> all || scenario.claims().contains(fault.claim()))
        .sorted(Comparator.comparing(scenario -> Scenarios.rank(scenario, fault)))
        .toList();
  }

  private static List<Design> bases(List<Fault> faults) {
    return faults.stream().map(Fault::base).distinct().toList();
  }

  /** The good designs first, so that their results are known. */
  private static List<Design> subjects(List<Fault> faults) {
    return Stream.concat(bases(faults).stream(), faults.stream()).toList();
  }

  private List<FaultRow> rows(Tool tool, List<Finding> findings) {
    return faults.stream().map(fault -> KillMatrix.row(fault, tool, findings)).toList();
  }
}
