package org.ptstress.run.folder;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.Cost;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.FieldCount;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.WorkingSet;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.RaceResult;

/** Relations between the numbers of a row that every tool keeps. */
final class RowRules {
  private static final Map<String, ToLongFunction<Cost>> PARTS =
      Map.of(
          "loads", Cost::loads,
          "stores", Cost::stores,
          "read-modify-writes", Cost::rmws,
          "fences", Cost::fences,
          "objects", Cost::objects,
          "lines", Cost::lines,
          "allocations", Cost::allocations,
          "bytes", Cost::bytes);

  /** A sum over the fields, beside that of the call. */
  private record Kind(
      String name, ToLongFunction<Cost> inCall, ToLongFunction<FieldCount> inField) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("loads", Cost::loads, FieldCount::loads),
          new Kind("stores", Cost::stores, FieldCount::stores),
          new Kind("read-modify-writes", Cost::rmws, FieldCount::rmws),
          new Kind("allocations", Cost::allocations, FieldCount::allocations));

  private RowRules() {}

  /**
   * Checks a row.
   *
   * @return for each broken relation a clause whose subject is the row
   */
  static Stream<String> faults(Object row) {
    if (row instanceof RaceResult race) {
      long sum = race.outcomes().stream().mapToLong(OutcomeCount::count).sum();
      return Stream.concat(
          decides(race.claims()),
          fault(
              sum != race.samples(), "has " + race.samples() + " samples, and outcomes of " + sum));
    }
    if (row instanceof InterleavingResult search) {
      return decides(search.claims());
    }
    if (row instanceof ExplorationResult explored) {
      return Stream.concat(
          decides(explored.claims()),
          fault(
              explored.walks() > explored.executions(),
              "has " + explored.walks() + " walks among " + explored.executions() + " executions"));
    }
    if (row instanceof Accesses accesses) {
      return Stream.concat(
          accesses.counts().stream().flatMap(RowRules::faults),
          accesses.workingSets().stream().flatMap(RowRules::faults));
    }
    return row instanceof Conflicts conflicts
        ? conflicts.pairs().stream().flatMap(RowRules::faults)
        : Stream.empty();
  }

  private static Stream<String> decides(List<?> claims) {
    return fault(claims.isEmpty(), "decides no claim");
  }

  private static Stream<String> faults(CountRow row) {
    String of = row.operation() + " " + row.population() + " has ";
    return Stream.concat(
        PARTS.entrySet().stream()
            .flatMap(
                part -> {
                  long table = part.getValue().applyAsLong(row.table());
                  long call = part.getValue().applyAsLong(row.call());
                  return fault(
                      table > call,
                      of
                          + table
                          + " "
                          + part.getKey()
                          + " in the table, and "
                          + call
                          + " in the whole call");
                }),
        KINDS.stream()
            .flatMap(
                kind -> {
                  long fields = row.fields().stream().mapToLong(kind.inField()).sum();
                  long call = kind.inCall().applyAsLong(row.call());
                  return fault(
                      fields != call,
                      of + call + " " + kind.name() + ", and " + fields + " of its fields");
                }));
  }

  private static Stream<String> faults(WorkingSet set) {
    return fault(set.timers() == 0, "has a working set of no timer");
  }

  private static Stream<String> faults(PairRow pair) {
    int shared = pair.states() - pair.freeStates();
    int most = pair.culprits().stream().mapToInt(Culprit::states).max().orElse(0);
    return fault(
        shared < 0 || most > shared || (most == 0) != (shared == 0),
        "has "
            + pair.first()
            + " and "
            + pair.second()
            + " free in "
            + pair.freeStates()
            + " of "
            + pair.states()
            + " states, and a location that they share in "
            + most);
  }

  private static Stream<String> fault(boolean broken, String clause) {
    return broken ? Stream.of(clause) : Stream.empty();
  }
}
