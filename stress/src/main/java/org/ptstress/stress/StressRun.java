package org.ptstress.stress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.process.ChildStart;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RaceResult;
import org.ptstress.stress.check.CheckRunner;
import org.ptstress.stress.cost.CostRunner;
import org.ptstress.stress.exploration.Exploration;
import org.ptstress.stress.exploration.ExplorationBudget;
import org.ptstress.stress.exploration.ExplorationRunner;
import org.ptstress.stress.interleaving.Search;
import org.ptstress.stress.interleaving.SearchRunner;
import org.ptstress.stress.race.RacePair;
import org.ptstress.stress.race.RaceRunner;
import org.ptstress.stress.scenario.Scenarios;

/**
 * The stress part of a run: checks, races, searches and records of accesses, each written to the
 * run folder as soon as it is complete.
 */
public final class StressRun {
  /**
   * What is planned counts as not run until there is a result: a phase that fails leaves its
   * evidence missing. Were it absent, the evidence of the other phases would decide alone.
   */
  private static final String FAILED = "its phase failed";

  private final Path runFolder;
  private final StressBudget budget;
  private final List<Design> designs;
  private final @Nullable Claim only;
  private final int cpus;
  private final Deadline deadline;

  private List<CheckResult> checks = List.of();
  private List<RaceResult> races = List.of();
  private List<InterleavingResult> interleavings = List.of();
  private List<DesignCosts> costs = List.of();
  private List<ExplorationResult> explorations = List.of();

  /**
   * Prepares a run.
   *
   * @param runFolder the run folder, which must exist
   * @param profile how much to do
   * @param designs the designs under test
   * @param only the claim that is looked for, in what decides it and until each design has a
   *     witness against it; null for all claims
   * @param cpus how many CPUs to use
   * @param deadline when to stop; what was not reached by then is NOT_RUN, and says so
   */
  public StressRun(
      Path runFolder,
      Profile profile,
      List<Design> designs,
      @Nullable Claim only,
      int cpus,
      Deadline deadline) {
    this.runFolder = runFolder.toAbsolutePath();
    this.budget = StressBudget.of(profile);
    this.designs = List.copyOf(designs);
    this.only = only;
    this.cpus = cpus;
    this.deadline = deadline;
  }

  /**
   * The kinds of children that a run starts.
   *
   * @param profile how much to do
   * @return to be tried before
   */
  public static List<ChildStart> childStarts(Profile profile) {
    if (profile == Profile.ORDERS) {
      return List.of();
    }
    List<ChildStart> starts =
        new ArrayList<>(RaceRunner.childStarts(StressBudget.of(profile).races().options("races")));
    starts.add(CheckRunner.childStart());
    starts.add(SearchRunner.childStart());
    return starts;
  }

  /**
   * Runs the deterministic checks and writes {@code checks.json}.
   *
   * @param progress is told how far it is
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public void check(ProgressListener progress) throws IOException, InterruptedException {
    checks = CheckRunner.notRun(designs, FAILED);
    checks =
        new CheckRunner(
                runFolder, cpus, budget.silence(), deadline.share(StressBudget.SHARE_OF_CHECKS))
            .check(designs, progress);
    ResultFiles.write(runFolder, ResultFiles.CHECKS, checks);
  }

  /**
   * Races all designs and writes {@code races.json}.
   *
   * @param progress is told how far it is
   * @throws IOException if a file cannot be written or the races' JVM cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public void race(ProgressListener progress) throws IOException, InterruptedException {
    List<RacePair> pairs = new ArrayList<>();
    for (Design design : designs) {
      for (Scenario scenario : Scenarios.of(Scenario.Mode.RACE)) {
        if (Scenarios.applies(scenario, design) && decides(scenario.claims())) {
          pairs.add(new RacePair(design.name(), scenario));
        }
      }
    }
    RaceRunner runner = new RaceRunner(runFolder, cpus, deadline);
    races = runner.notRun(pairs, FAILED);
    races = runner.race(pairs, budget.races().options("races"), progress);
    ResultFiles.write(runFolder, ResultFiles.RACES, races);
  }

  /**
   * Searches all designs and writes {@code interleavings.json}.
   *
   * @param progress is told how far it is
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if this thread is interrupted
   */
  public void search(ProgressListener progress) throws IOException, InterruptedException {
    SearchRunner runner =
        new SearchRunner(
            runFolder,
            cpus,
            budget.searches(),
            budget.silence(),
            deadline.share(StressBudget.SHARE_OF_SEARCHES));
    List<Search> searches =
        designs.stream()
            .flatMap(Search::of)
            .filter(search -> budget.searchesExplored() || !search.isExplored())
            .filter(search -> decides(search.claims()))
            .toList();
    interleavings = searches.stream().map(search -> search.notRun(FAILED)).toList();
    interleavings = runner.search(searches, false, progress);
    ResultFiles.write(runFolder, ResultFiles.INTERLEAVINGS, interleavings);
  }

  /**
   * Records the accesses of all designs, and of the one that they are compared with, and writes
   * {@code accesses.json} and {@code conflicts.json}.
   *
   * @param progress is told how far it is
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public void record(ProgressListener progress) throws IOException, InterruptedException {
    List<Design> recorded = new ArrayList<>(designs);
    if (designs.stream().noneMatch(design -> design.name().equals(Designs.YARDSTICK))) {
      recorded.add(Designs.named(Designs.YARDSTICK));
    }
    costs = CostRunner.notRun(recorded, FAILED);
    costs =
        new CostRunner(
                runFolder,
                cpus,
                budget.silence(),
                budget.largeTables(),
                deadline.share(StressBudget.SHARE_OF_ACCESSES))
            .costs(recorded, progress);
    ResultFiles.writeCosts(runFolder, costs);
  }

  /**
   * Explores the scenarios of all designs, on sequentially consistent and on weak memory, and
   * writes {@code explorations.json}.
   *
   * @param progress is told how far it is
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public void explore(ProgressListener progress) throws IOException, InterruptedException {
    List<Exploration> planned =
        designs.stream()
            .flatMap(Exploration::of)
            .filter(each -> decides(each.claims()))
            .map(
                each -> only == null ? each : each.ignoring(EnumSet.complementOf(EnumSet.of(only))))
            .toList();
    explorations = ExplorationRunner.notRun(planned, FAILED);
    ExplorationRunner runner =
        new ExplorationRunner(
            runFolder,
            cpus,
            only == null ? budget.explorations() : stopping(budget.explorations()),
            budget.silence(),
            deadline.share(StressBudget.SHARE_OF_EXPLORATIONS));
    explorations = runner.run(planned, progress);
    ResultFiles.write(runFolder, ResultFiles.EXPLORATIONS, explorations);
  }

  private boolean decides(List<Claim> claims) {
    return only == null || claims.contains(only);
  }

  private static List<ExplorationBudget> stopping(List<ExplorationBudget> rounds) {
    return rounds.stream().map(ExplorationBudget::stoppingAtBroken).toList();
  }

  /**
   * What has been collected so far.
   *
   * @return the rows of every phase that is done
   */
  public EvidenceFiles evidence() {
    return new EvidenceFiles(races, interleavings, checks, costs, explorations);
  }
}
