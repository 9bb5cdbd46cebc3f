package org.ptstress.stress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.process.ChildStart;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.unit.UnitRows;
import org.ptstress.run.unit.UnitSelection;
import org.ptstress.stress.check.CheckRunner;
import org.ptstress.stress.cost.CostRunner;
import org.ptstress.stress.exploration.Exploration;
import org.ptstress.stress.exploration.ExplorationBudget;
import org.ptstress.stress.exploration.ExplorationRunner;
import org.ptstress.stress.interleaving.Search;
import org.ptstress.stress.interleaving.SearchRunner;
import org.ptstress.stress.race.RaceOptions;
import org.ptstress.stress.race.RacePair;
import org.ptstress.stress.race.RaceRunner;

/**
 * The stress part of a run: checks, races, searches and records of accesses, each written to the
 * run folder as soon as it is complete.
 */
public final class StressRun {
  /**
   * The reason of planned evidence without a result. A failed phase leaves NOT_RUN rows; without
   * rows, the evidence of the other phases would decide alone.
   */
  private static final String FAILED = "its phase failed";

  private static final String STOPPED = "the run was stopped";

  private final Path runFolder;
  private final StressBudget budget;
  private final StressPlan plan;
  private final @Nullable Claim only;
  private final int cpus;
  private final Deadline deadline;

  private List<CheckResult> checks;
  private List<RaceResult> races;
  private List<InterleavingResult> interleavings;
  private List<DesignCosts> costs;
  private List<ExplorationResult> explorations;

  /**
   * Describes a run.
   *
   * @param runFolder the run folder, which must exist
   * @param profile how much to do
   * @param designs the designs under test
   * @param only the only claim to test, by the tools that decide it and until each design has a
   *     witness against it; null for all claims
   * @param selection the units of this shard; other units get rows that say so
   * @param cpus how many CPUs to use
   * @param deadline when to stop; what was not reached by then is NOT_RUN
   */
  public StressRun(
      Path runFolder,
      Profile profile,
      List<Design> designs,
      @Nullable Claim only,
      UnitSelection selection,
      int cpus,
      Deadline deadline) {
    this.runFolder = runFolder.toAbsolutePath();
    this.budget = StressBudget.of(profile);
    StressPlan whole = new StressPlan(budget, designs, only, UnitSelection.ALL);
    this.plan = whole.with(selection);
    this.only = only;
    this.cpus = cpus;
    this.deadline = deadline;
    EvidenceFiles elsewhere =
        (selection.isAll() ? whole.with(UnitSelection.of(List.of())) : whole)
            .notRun(Evidence.ELSEWHERE);
    checks = elsewhere.checks();
    races = elsewhere.races();
    interleavings = elsewhere.interleavings();
    costs = elsewhere.costs();
    explorations = elsewhere.explorations();
  }

  /**
   * The kinds of children that a run starts.
   *
   * @param profile how much to do
   * @return the kinds, each to be tried before the run
   */
  public static List<ChildStart> childStarts(Profile profile) {
    if (profile == Profile.ORDERS || profile == Profile.KERNEL) {
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
   * @param progress receives progress
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public void check(ProgressListener progress) throws IOException, InterruptedException {
    List<Design> designs = plan.checked();
    checks = UnitRows.CHECKS.over(checks, CheckRunner.notRun(designs, FAILED));
    CheckRunner runner =
        new CheckRunner(
            runFolder, cpus, budget.silence(), deadline.share(StressBudget.SHARE_OF_CHECKS));
    keep(
        () -> runner.check(designs, progress),
        reason -> runner.rows(designs, reason),
        rows -> {
          checks = UnitRows.CHECKS.over(checks, rows);
          ResultFiles.write(runFolder, ResultFiles.CHECKS, checks);
        });
  }

  /**
   * Races all designs and writes {@code races.json}.
   *
   * @param progress receives progress
   * @throws IOException if a file cannot be written or the races' JVM cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public void race(ProgressListener progress) throws IOException, InterruptedException {
    List<RacePair> pairs = plan.races();
    races = UnitRows.RACES.over(races, RaceRunner.notRun(pairs, cpus, FAILED));
    RaceRunner runner = new RaceRunner(runFolder, cpus, deadline);
    RaceOptions options = budget.races().options("races");
    keep(
        () -> runner.race(pairs, options, progress),
        reason -> runner.rows(pairs, options, reason),
        rows -> {
          races = UnitRows.RACES.over(races, rows);
          ResultFiles.write(runFolder, ResultFiles.RACES, races);
        });
  }

  /**
   * Searches all designs and writes {@code interleavings.json}.
   *
   * @param progress receives progress
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
    List<Search> searches = plan.searches();
    List<InterleavingResult> failed =
        searches.stream().map(search -> search.notRun(FAILED)).toList();
    interleavings = UnitRows.INTERLEAVINGS.over(interleavings, failed);
    keep(
        () -> runner.search(searches, false, progress),
        reason -> runner.rows(searches, reason),
        rows -> {
          interleavings = UnitRows.INTERLEAVINGS.over(interleavings, rows);
          ResultFiles.write(runFolder, ResultFiles.INTERLEAVINGS, interleavings);
        });
  }

  /**
   * Records the accesses of all designs and of the yardstick, and writes {@code accesses.json} and
   * {@code conflicts.json}.
   *
   * @param known known costs, reused except for designs under test
   * @param progress receives progress
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public void record(List<DesignCosts> known, ProgressListener progress)
      throws IOException, InterruptedException {
    List<Design> recorded = plan.recorded(known.stream().map(DesignCosts::design).toList());
    costs = UnitRows.COSTS.over(costs, known);
    costs = UnitRows.COSTS.over(costs, CostRunner.notRun(recorded, FAILED));
    CostRunner runner =
        new CostRunner(
            runFolder,
            cpus,
            budget.silence(),
            budget.largeTables(),
            deadline.share(StressBudget.SHARE_OF_ACCESSES));
    keep(
        () -> runner.costs(recorded, progress),
        reason -> runner.rows(recorded, reason),
        rows -> {
          costs = UnitRows.COSTS.over(costs, rows);
          ResultFiles.writeCosts(runFolder, costs);
        });
  }

  /**
   * Explores the scenarios of all designs, on sequentially consistent and on weak memory, and
   * writes {@code explorations.json}.
   *
   * @param progress receives progress
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public void explore(ProgressListener progress) throws IOException, InterruptedException {
    explore(budget.explorations(), progress);
  }

  /**
   * Explores likewise, on sequentially consistent memory only.
   *
   * @param progress receives progress
   * @throws IOException if a file cannot be written or a child cannot be started
   * @throws InterruptedException if this thread is interrupted
   */
  public void exploreInterleavings(ProgressListener progress)
      throws IOException, InterruptedException {
    explore(
        budget.explorations().stream().map(ExplorationBudget::ofInterleavings).toList(), progress);
  }

  private void explore(List<ExplorationBudget> rounds, ProgressListener progress)
      throws IOException, InterruptedException {
    List<Exploration> planned =
        plan.explorations().stream()
            .map(
                each -> only == null ? each : each.ignoring(EnumSet.complementOf(EnumSet.of(only))))
            .toList();
    explorations =
        UnitRows.EXPLORATIONS.over(explorations, ExplorationRunner.notRun(planned, FAILED));
    ExplorationRunner runner =
        new ExplorationRunner(
            runFolder,
            cpus,
            only == null ? rounds : stopping(rounds),
            budget.silence(),
            deadline.share(StressBudget.SHARE_OF_EXPLORATIONS));
    keep(
        () -> runner.run(planned, progress),
        reason -> runner.rows(planned, reason),
        rows -> {
          explorations = UnitRows.EXPLORATIONS.over(explorations, rows);
          ResultFiles.write(runFolder, ResultFiles.EXPLORATIONS, explorations);
        });
  }

  /** Runs a tool. */
  @FunctionalInterface
  private interface Tool<R> {
    List<R> run() throws IOException, InterruptedException;
  }

  /** Takes the rows of a phase. */
  @FunctionalInterface
  private interface Keeper<R> {
    void keep(List<R> rows) throws IOException;
  }

  /** Keeps a tool's rows, including partial ones if it was stopped or failed. */
  private static <R> void keep(Tool<R> tool, Function<String, List<R>> soFar, Keeper<R> keeper)
      throws IOException, InterruptedException {
    List<R> rows;
    try {
      rows = tool.run();
    } catch (InterruptedException e) {
      keeper.keep(soFar.apply(STOPPED));
      throw e;
    } catch (IOException | RuntimeException e) {
      keeper.keep(soFar.apply(FAILED));
      throw e;
    }
    keeper.keep(rows);
  }

  private static List<ExplorationBudget> stopping(List<ExplorationBudget> rounds) {
    return rounds.stream().map(ExplorationBudget::stoppingAtBroken).toList();
  }

  /**
   * The evidence so far.
   *
   * @return the rows of every finished phase
   */
  public EvidenceFiles evidence() {
    return new EvidenceFiles(races, interleavings, checks, costs, explorations);
  }
}
