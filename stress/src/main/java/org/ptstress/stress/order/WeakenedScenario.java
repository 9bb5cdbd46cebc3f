package org.ptstress.stress.order;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.stress.engine.choice.Bounds;
import org.ptstress.stress.engine.explore.Ending;
import org.ptstress.stress.engine.explore.Explorer;
import org.ptstress.stress.engine.explore.Orders;
import org.ptstress.stress.engine.explore.Search;
import org.ptstress.stress.exploration.ScenarioProgram;

/** A scenario on a design, searched for a broken claim that the design otherwise keeps. */
final class WeakenedScenario {
  /** An arbitrary seed; the walks are the same in every run. */
  private static final long SEED = 20_250_601;

  private final Scenario scenario;
  private final Set<Claim> kept;
  private final Explorer explorer;
  private final Orders orders;
  private final Runnable progress;
  private final ScenarioProgram program;

  /** The claims broken with unweakened orders, by the extent of the search. */
  private final Map<Extent, Set<Claim>> broken = new HashMap<>();

  WeakenedScenario(
      Scenario scenario,
      Design design,
      Set<Claim> kept,
      Explorer explorer,
      Orders orders,
      Runnable progress) {
    this.scenario = scenario;
    this.kept = kept;
    this.explorer = explorer;
    this.orders = orders;
    this.progress = progress;
    this.program = new ScenarioProgram(scenario, design);
  }

  String name() {
    return scenario.name();
  }

  /**
   * The extent of a search.
   *
   * @param bounds its bounds
   * @param executions how many executions, at most
   * @param walks whether they are random walks
   */
  record Extent(Bounds bounds, long executions, boolean walks) {}

  /**
   * The findings of a search.
   *
   * @param executions how many executions it took
   * @param exhausted the exhausted bounds, or null
   * @param witness the first witness, or null
   * @param problem why the result is void, or ""
   */
  record Found(
      long executions,
      @Nullable Bounds exhausted,
      @Nullable ExploredWitness witness,
      String problem) {}

  /** Executes it unweakened, to record its places. */
  void look(Bounds bounds, long executions) {
    Search search = search(Set.of(), bounds, executions);
    search.initialise();
    search.warmUp(SEED, bounds);
    search.exhaust(bounds);
  }

  /** Searches it with the currently weakened order. */
  Found search(Extent extent) {
    Set<Claim> sought = EnumSet.copyOf(kept);
    long executions = 0;
    while (true) {
      Search search = search(sought, extent.bounds(), extent.executions());
      search.warmUp(SEED, extent.bounds());
      Bounds exhausted = run(search, extent);
      executions += search.executions();
      if (!search.isConsistent()) {
        return new Found(
            executions,
            null,
            null,
            "the design is not deterministic: equal choices gave different accesses");
      }
      if (search.witnesses().isEmpty()) {
        return new Found(executions, exhausted, null, "");
      }
      Search.Witness witness = search.witnesses().values().iterator().next();
      Claim claim = Claim.valueOf(witness.finding());
      if (broken(extent).contains(claim)) {
        sought.remove(claim);
        continue;
      }
      ExploredWitness replayed =
          program.replayed(search, witness, () -> witness.distance().staleReads() > 0);
      return new Found(
          executions,
          null,
          replayed,
          replayed == null ? "the witness against " + claim + " did not repeat" : "");
    }
  }

  private static @Nullable Bounds run(Search search, Extent extent) {
    if (extent.walks()) {
      search.walk(SEED, extent.bounds(), (int) extent.executions());
      return null;
    }
    return search.exhaust(extent.bounds());
  }

  /** The claims that the same search breaks with unweakened orders. */
  private Set<Claim> broken(Extent extent) {
    Set<Claim> known = broken.get(extent);
    if (known == null) {
      known = EnumSet.noneOf(Claim.class);
      Set<Claim> all = known;
      orders.during(
          () -> {
            Search search =
                new Search(
                    explorer,
                    program,
                    (ending, distance) -> {
                      all.addAll(program.broken(ending));
                      return List.of();
                    },
                    goesOn(extent.executions()));
            search.warmUp(SEED, extent.bounds());
            run(search, extent);
          });
      broken.put(extent, known);
    }
    return known;
  }

  private Search search(Set<Claim> sought, Bounds bounds, long executions) {
    boolean[] found = new boolean[1];
    BooleanSupplier more = goesOn(executions);
    return new Search(
        explorer,
        program,
        (ending, distance) -> {
          boolean unfair = distance.staleReads() > bounds.staleReads();
          List<String> names = names(ending, sought, unfair);
          found[0] |= !names.isEmpty();
          return names;
        },
        () -> !found[0] && more.getAsBoolean());
  }

  /** The broken claims. With enough stale reads a loop polls an old value for ever: no hang. */
  private List<String> names(Ending ending, Set<Claim> sought, boolean unfair) {
    return program.broken(ending).stream()
        .filter(sought::contains)
        .filter(claim -> !(unfair && claim == Claim.CALLS_END))
        .map(Claim::name)
        .toList();
  }

  private BooleanSupplier goesOn(long executions) {
    long[] count = new long[1];
    return () -> {
      progress.run();
      return ++count[0] <= executions;
    };
  }
}
