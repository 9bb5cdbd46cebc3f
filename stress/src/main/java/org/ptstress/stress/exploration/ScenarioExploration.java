package org.ptstress.stress.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Slice;
import org.ptstress.stress.engine.choice.Bounds;
import org.ptstress.stress.engine.explore.Ending;
import org.ptstress.stress.engine.explore.Explorer;
import org.ptstress.stress.engine.explore.Rule;
import org.ptstress.stress.engine.explore.Search;
import org.ptstress.stress.scenario.Scenarios;

/** Explores one scenario on one design, in a JVM with the access engine. */
final class ScenarioExploration {
  /** An arbitrary seed; the walks are the same in every run. */
  private static final long SEED = 20_250_601;

  /** The least number of executions after a witness; also a multiple of those before it. */
  static final long MORE = 1_000;

  private static final int MORE_TIMES = 4;

  /** The least that a scenario is explored: every switch from one actor to another, once. */
  private static final Bounds ONE_PREEMPTION = new Bounds(1, 0);

  /** The maximum of executions within one preemption; a scenario has some hundreds. */
  private static final long MOST_WITHIN_ONE = 50_000;

  /** The factor by which random walks exceed the bounds. */
  private static final int FARTHER = 3;

  private final Exploration exploration;
  private final Scenario scenario;
  private final Design design;
  private final Set<Claim> ignored;
  private final Slice slice;
  private final ExplorationBudget budget;
  private final Runnable progress;
  private final Bounds bounds;
  private final Bounds farther;
  private ScenarioProgram program;
  private final long start = System.nanoTime();
  private long firstWitness;
  private boolean walking;
  private boolean completing;

  ScenarioExploration(Exploration exploration, ExplorationBudget budget, Runnable progress) {
    this.exploration = exploration;
    this.scenario = exploration.scenario();
    this.design = exploration.design();
    this.ignored = exploration.ignored();
    this.slice = exploration.slice();
    this.budget = budget;
    this.progress = progress;
    this.program = new ScenarioProgram(scenario, design);
    Bounds whole = new Bounds(budget.bound().preemptions(), budget.bound().staleReads());
    // Blocking shows where an actor is stalled, whatever values loads return.
    this.bounds = scenario.isOfProgress() ? whole.withoutStaleReads() : whole;
    this.farther = new Bounds(FARTHER * bounds.preemptions(), FARTHER * bounds.staleReads());
  }

  static ExplorationResult notRun(Exploration exploration, String reason) {
    return row(
        exploration, RunStatus.NOT_RUN, reason, null, 0, 0, 0, List.of(), exploration.slice());
  }

  private static ExplorationResult row(
      Exploration exploration,
      RunStatus status,
      String reason,
      @Nullable Bound exhausted,
      long executions,
      long walks,
      double seconds,
      List<ExploredWitness> broken,
      Slice slice) {
    Scenario scenario = exploration.scenario();
    return new ExplorationResult(
        exploration.design().name(),
        scenario.name(),
        scenario.description(),
        scenario.claims(),
        status,
        reason,
        exhausted,
        executions,
        walks,
        seconds,
        broken,
        slice.of() == 1 ? null : slice);
  }

  ExplorationResult result() {
    try (Explorer explorer = new Explorer(Rule.all(), Harness::treatment)) {
      return result(explorer);
    }
  }

  private ExplorationResult result(Explorer explorer) {
    search(explorer).initialise();
    if (Scenarios.isChosenByDesign(scenario)) {
      Scenario chosen = Scenarios.at(scenario, Threshold.of(explorer, scenario, design));
      return new ScenarioExploration(exploration.of(chosen), budget, progress).result(explorer);
    }
    if (scenario.isOfProgress() && !Scenarios.isLarge(scenario) && Neighbour.isAskedFor(scenario)) {
      program = Neighbour.program(explorer, scenario, design, progress);
    }
    Search search = search(explorer);
    search.warmUp(SEED, bounds);
    Bounds exhausted = search.exhaust(bounds, slice::includes);
    String tree = search.tree();
    if (isShallow(search, exhausted)) {
      completing = true;
      Bounds within = search.exhaust(ONE_PREEMPTION, slice::includes);
      completing = false;
      exhausted = within == null ? exhausted : within;
    }
    long searched = search.executions();
    if (search.witnesses().isEmpty() && search.isConsistent()) {
      walking = true;
      search.walk(SEED + slice.number() - 1, farther, budget.walks() / slice.of());
    }
    if (!search.isConsistent()) {
      return notRun(
          exploration,
          "the design is not deterministic: equal choices gave different accesses, as where a"
              + " static field tells one table from the next");
    }
    List<ExploredWitness> broken = new ArrayList<>();
    for (Search.Witness witness : search.witnesses().values()) {
      ExploredWitness replayed = replayed(explorer, search, witness);
      if (replayed == null) {
        return notRun(exploration, "the witness against " + witness.finding() + " did not repeat");
      }
      broken.add(replayed);
    }
    return row(
        exploration,
        RunStatus.RUN,
        "",
        exhausted == null ? null : new Bound(exhausted.preemptions(), exhausted.staleReads()),
        search.executions(),
        search.executions() - searched,
        (System.nanoTime() - start) / 1e9,
        broken,
        slice.withTree(tree));
  }

  /**
   * Whether a claim still rests on less than one preemption, because the budget went to stale reads
   * or ended at a witness against another claim.
   */
  private boolean isShallow(Search search, @Nullable Bounds exhausted) {
    return search.isConsistent()
        && !budget.isGlance()
        && bounds.preemptions() > 0
        && (exhausted == null || exhausted.preemptions() == 0)
        && (search.witnesses().isEmpty() || !budget.stopsAtBroken())
        && scenario.claims().stream()
            .anyMatch(
                claim -> !ignored.contains(claim) && !search.witnesses().containsKey(claim.name()));
  }

  private Search search(Explorer explorer) {
    Search[] self = new Search[1];
    self[0] =
        new Search(
            explorer,
            program,
            (ending, distance) -> names(ending, distance, self[0].executions()),
            () -> goesOn(self[0]));
    return self[0];
  }

  private List<String> names(Ending ending, Bounds distance, long execution) {
    List<String> names =
        program.broken(ending).stream()
            .filter(claim -> isFair(claim, distance) && !ignored.contains(claim))
            .map(Claim::name)
            .toList();
    if (!names.isEmpty() && firstWitness == 0) {
      firstWitness = execution;
    }
    return names;
  }

  /** Whether a hang counts: with enough stale reads, a loop polls an old value for ever. */
  private boolean isFair(Claim claim, Bounds distance) {
    return claim != Claim.CALLS_END || distance.staleReads() <= farther.staleReads();
  }

  private boolean goesOn(Search search) {
    long executions = search.executions();
    if ((executions & 0x3f) == 0) {
      progress.run();
    }
    if (completing) {
      return executions < MOST_WITHIN_ONE;
    }
    boolean isEnough =
        firstWitness > 0
            && (budget.stopsAtBroken()
                || scenario.isOfProgress()
                || executions > Math.max(MORE, MORE_TIMES * firstWitness) + firstWitness);
    return !isEnough && (walking || executions < budget.executions() / slice.of());
  }

  /** The witness with its trace, or null if its replay differs. */
  private @Nullable ExploredWitness replayed(
      Explorer explorer, Search search, Search.Witness witness) {
    return program.replayed(
        search,
        witness,
        () -> needsWeakMemory(explorer, Claim.valueOf(witness.finding()), witness.distance()));
  }

  /**
   * Whether no interleaving with as many preemptions breaks the claim; null if the budget did not
   * suffice for all.
   */
  private @Nullable Boolean needsWeakMemory(Explorer explorer, Claim claim, Bounds distance) {
    if (distance.staleReads() == 0) {
      return false;
    }
    boolean[] found = new boolean[1];
    long[] executions = new long[1];
    Search search =
        new Search(
            explorer,
            program,
            (ending, unused) -> {
              found[0] |= program.broken(ending).contains(claim);
              return List.of();
            },
            () -> {
              if ((++executions[0] & 0x3f) == 0) {
                progress.run();
              }
              return !found[0] && executions[0] <= Math.max(MORE, budget.executions());
            });
    Bounds interleavings = distance.withoutStaleReads();
    boolean isExhausted = interleavings.equals(search.exhaust(interleavings));
    return found[0] ? Boolean.FALSE : isExhausted ? Boolean.TRUE : null;
  }
}
