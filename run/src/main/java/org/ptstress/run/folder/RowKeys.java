package org.ptstress.run.folder;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.OrderResult;
import org.ptstress.run.result.VerdictRow;

/**
 * What tells the rows of a file apart, in words for messages. Races, searches, explorations, checks
 * and comparisons with a kernel have no key: a merged run may have several rows of one unit, and
 * the witnesses of all of them count.
 */
final class RowKeys {
  private RowKeys() {}

  static Stream<String> none(Object row) {
    return Stream.empty();
  }

  static Stream<String> of(VerdictRow row) {
    return key(row.design(), row.claim());
  }

  static Stream<String> of(FaultRow row) {
    return key(row.fault(), row.tool());
  }

  static Stream<String> of(OrderResult row) {
    return key(row.design(), row.place(), row.access(), row.location(), row.weakened());
  }

  static Stream<String> of(Accesses row) {
    return Stream.of(
            Stream.of(row.design()),
            row.counts().stream()
                .flatMap(count -> key(row.design(), count.operation(), count.population())),
            row.workingSets().stream()
                .flatMap(set -> key(row.design(), "working set", set.population())))
        .flatMap(keys -> keys);
  }

  static Stream<String> of(Conflicts row) {
    return Stream.concat(
        Stream.of(row.design()),
        row.pairs().stream()
            .flatMap(pair -> key(row.design(), pair.first(), pair.second(), pair.relation())));
  }

  private static Stream<String> key(Object... parts) {
    return Stream.of(Stream.of(parts).map(String::valueOf).collect(joining("/")));
  }
}
