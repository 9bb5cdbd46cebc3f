package org.ptstress.reports.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.Part;
import org.ptstress.run.cost.Relation;

/**
 * The locations that an operation shares with itself on another core, as places where it may wait.
 *
 * <p>How long a lock is held was not counted. A lock of the table is taken to be held for all that
 * the table does of an operation; of a delete without the lookup, where lookups do not take that
 * lock. Any other is taken to be held for all of the call that is not the table's.
 */
final class Stations {
  private final Counted counted;
  private final Conflicts conflicts;
  private final Relation relation;

  Stations(Counted counted, Conflicts conflicts, Relation relation) {
    this.counted = counted;
    this.conflicts = conflicts;
    this.relation = relation;
  }

  /** The pair of an operation with itself; a miss shares what a lookup that finds does. */
  Optional<PairRow> pair(Operation operation) {
    Operation self = operation == Operation.MISS ? Operation.FIND : operation;
    return conflicts.pairs().stream()
        .filter(pair -> pair.first() == self && pair.second() == self)
        .filter(pair -> pair.relation() == relation && pair.states() > 0)
        .findFirst();
  }

  List<Station> of(Operation operation) {
    PairRow pair = pair(operation).orElseThrow();
    Map<String, Culprit> locks = locks(pair);
    List<Station> stations = new ArrayList<>();
    Map<String, Map<String, Double>> guarded = new LinkedHashMap<>();
    for (Culprit culprit : pair.culprits()) {
      Optional<String> guard = guard(culprit, locks);
      if (guard.isPresent()) {
        guarded
            .computeIfAbsent(guard.get(), unused -> new LinkedHashMap<>())
            .merge(object(culprit), share(culprit, pair), Math::max);
      } else if (!culprit.lock() && !pair.stripes()) {
        double share = share(culprit, pair);
        stations.add(new Station(culprit.location(), false, share, new Work(share, 0), share));
      }
    }
    locks.forEach(
        (name, culprit) -> {
          double share = share(culprit, pair);
          Work held = held(operation, culprit.part(), name);
          double lines =
              guarded.getOrDefault(name, Map.of()).values().stream()
                  .mapToDouble(Double::doubleValue)
                  .sum();
          stations.add(
              new Station(
                  name,
                  true,
                  share,
                  new Work(held.accesses() * share, held.missed() * share),
                  lines));
        });
    return stations;
  }

  private static Map<String, Culprit> locks(PairRow pair) {
    Map<String, Culprit> locks = new LinkedHashMap<>();
    pair.culprits().stream()
        .filter(Culprit::lock)
        .forEach(culprit -> locks.putIfAbsent(object(culprit), culprit));
    return locks;
  }

  /** The lock around a plain access: one of the same owner. Atomic ones need none. */
  private static Optional<String> guard(Culprit culprit, Map<String, Culprit> locks) {
    return culprit.lock() || culprit.accesses().contains("RMW")
        ? Optional.empty()
        : locks.entrySet().stream()
            .filter(lock -> lock.getValue().part() == culprit.part())
            .map(Map.Entry::getKey)
            .findFirst();
  }

  private Work held(Operation operation, Part part, String lock) {
    Work table = counted.table(operation);
    if (part != Part.TABLE) {
      return counted.call(operation).without(table);
    }
    boolean looksUpBefore =
        operation == Operation.DELETE
            && pair(Operation.FIND).map(find -> !locks(find).containsKey(lock)).orElse(false);
    return looksUpBefore ? table.without(counted.table(Operation.FIND)) : table;
  }

  private static double share(Culprit culprit, PairRow pair) {
    return (double) culprit.states() / pair.states();
  }

  /** The object of a location, which is a line: its name without the field. */
  private static String object(Culprit culprit) {
    int dot = culprit.location().lastIndexOf('.');
    return dot < 0 ? culprit.location() : culprit.location().substring(0, dot);
  }
}
