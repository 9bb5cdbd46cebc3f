package org.ptstress.run.unit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ptstress.model.Claim;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunStatus;

/**
 * Maps rows of one file to units.
 *
 * @param unit the unit of a row
 * @param status whether a row has a result
 * @param broken the claims that a row has a witness against
 * @param open the claims that a row leaves undecided and a second run might decide
 * @param <R> the rows
 */
public record UnitRows<R>(
    Function<R, Unit> unit,
    Function<R, RunStatus> status,
    Function<R, Set<Claim>> broken,
    Function<R, Set<Claim>> open) {
  /** {@code races.json}. */
  public static final UnitRows<RaceResult> RACES =
      new UnitRows<>(
          row -> new Unit(Unit.RACES, row.design(), row.scenario()),
          RaceResult::status,
          row ->
              row.outcomes().stream()
                  .filter(outcome -> outcome.count() > 0)
                  .flatMap(outcome -> outcome.breaks().stream())
                  .collect(toSet()),
          row ->
              row.status() == RunStatus.RUN || row.tooFewCpus()
                  ? Set.of()
                  : Set.copyOf(row.claims()));

  /** {@code interleavings.json}. */
  public static final UnitRows<InterleavingResult> INTERLEAVINGS =
      new UnitRows<>(
          row -> new Unit(Unit.INTERLEAVINGS, row.design(), row.scenario()),
          InterleavingResult::status,
          row -> row.broken().stream().map(BrokenClaim::claim).collect(toSet()),
          row -> row.status() == RunStatus.RUN ? Set.of() : Set.copyOf(row.claims()));

  /** {@code explorations.json}. */
  public static final UnitRows<ExplorationResult> EXPLORATIONS =
      new UnitRows<>(
          row -> new Unit(Unit.EXPLORATIONS, row.design(), row.part()),
          ExplorationResult::status,
          row -> row.broken().stream().map(ExploredWitness::claim).collect(toSet()),
          row -> row.status() == RunStatus.RUN ? Set.of() : Set.copyOf(row.claims()));

  /** {@code checks.json}. */
  public static final UnitRows<CheckResult> CHECKS =
      new UnitRows<>(
          row -> new Unit(Unit.CHECKS, row.design(), ""),
          CheckResult::status,
          row ->
              row.status() == RunStatus.RUN && !row.held()
                  ? EnumSet.of(row.claim())
                  : EnumSet.noneOf(Claim.class),
          row -> row.status() == RunStatus.RUN ? Set.of() : Set.of(row.claim()));

  /** {@code accesses.json} and {@code conflicts.json}. */
  public static final UnitRows<DesignCosts> COSTS =
      new UnitRows<>(
          row -> new Unit(Unit.ACCESSES, row.design(), ""),
          row -> RunStatus.of(row.extent()),
          row -> EnumSet.noneOf(Claim.class),
          row -> row.extent() == DesignCosts.Extent.WHOLE ? Set.of() : EnumSet.allOf(Claim.class));

  /**
   * Merges rows of some units into the planned rows.
   *
   * @param planned rows of all units
   * @param done rows of some units
   * @return the rows in the order of the first list; for a unit in both lists, those of the second
   */
  public List<R> over(List<R> planned, List<R> done) {
    Map<Unit, List<R>> rows = grouped(planned);
    rows.putAll(grouped(done));
    return rows.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Selects the rows of each unit from one of the runs that did it: the first with a result, or
   * else with a partial one. Other runs add only witnesses against claims for which it has none.
   *
   * @param runs the rows of each run, of units that it did
   * @return the rows of every unit that some run did
   */
  public List<R> once(List<List<R>> runs) {
    return byUnit(runs).values().stream().flatMap(of -> best(of).stream()).toList();
  }

  /**
   * The claims that each unit leaves undecided, in the run whose rows count.
   *
   * @param runs the rows of each run, of units that it did
   * @return the claims; none for a unit that has a result in some run
   */
  public Map<Unit, Set<Claim>> openIn(List<List<R>> runs) {
    Map<Unit, Set<Claim>> claims = new LinkedHashMap<>();
    byUnit(runs)
        .forEach(
            (key, of) ->
                claims.put(
                    key,
                    first(of).stream().flatMap(row -> open.apply(row).stream()).collect(toSet())));
    return claims;
  }

  /**
   * Whether a row has a result.
   *
   * @param row the row
   * @return false for a row that was cut short
   */
  public boolean hasRun(R row) {
    return status.apply(row) == RunStatus.RUN;
  }

  /**
   * Whether a row has any result.
   *
   * @param row the row
   * @return true for a complete or partial result, or a witness
   */
  public boolean hasBegun(R row) {
    return status.apply(row) != RunStatus.NOT_RUN || !broken.apply(row).isEmpty();
  }

  private Map<Unit, List<List<R>>> byUnit(List<List<R>> runs) {
    Map<Unit, List<List<R>>> found = new LinkedHashMap<>();
    for (List<R> run : runs) {
      grouped(run)
          .forEach((key, rows) -> found.computeIfAbsent(key, any -> new ArrayList<>()).add(rows));
    }
    return found;
  }

  private List<R> first(List<List<R>> runs) {
    return runs.stream()
        .filter(rows -> rows.stream().allMatch(this::hasRun))
        .findFirst()
        .or(() -> runs.stream().filter(rows -> rows.stream().anyMatch(this::hasBegun)).findFirst())
        .orElseGet(() -> runs.get(0));
  }

  private List<R> best(List<List<R>> runs) {
    List<R> first = first(runs);
    List<R> kept = new ArrayList<>(first);
    Set<Claim> known = EnumSet.noneOf(Claim.class);
    first.forEach(row -> known.addAll(broken.apply(row)));
    for (List<R> other : runs) {
      for (R row : other) {
        if (known.addAll(broken.apply(row))) {
          kept.add(row);
        }
      }
    }
    return kept;
  }

  private Map<Unit, List<R>> grouped(List<R> rows) {
    return rows.stream().collect(groupingBy(unit, LinkedHashMap::new, toList()));
  }
}
