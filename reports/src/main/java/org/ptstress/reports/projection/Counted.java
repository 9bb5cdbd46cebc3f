package org.ptstress.reports.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Cost;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Population;

/**
 * The counts of a design as work. Each object is a line. A core has those that an operation touches
 * in the small table; the further ones that it touches in a larger table are missed.
 */
final class Counted {
  private final Accesses accesses;
  private final Fill fill;

  Counted(Accesses accesses, Fill fill) {
    this.accesses = accesses;
    this.fill = fill;
  }

  /** Whether all that is needed for some operations was counted. */
  boolean has(List<Operation> operations) {
    return Stream.concat(operations.stream(), Stream.of(Operation.FIND))
        .allMatch(
            operation ->
                Stream.of(fill.from(), fill.to(), Fill.SMALL)
                    .allMatch(population -> row(operation, population).isPresent()));
  }

  /** The whole call. */
  Work call(Operation operation) {
    return work(operation, CountRow::call);
  }

  /** The part that the table does. */
  Work table(Operation operation) {
    return work(operation, CountRow::table);
  }

  private Work work(Operation operation, Function<CountRow, Cost> part) {
    double lines = filled(operation, row -> row.mean(part.apply(row).objects()));
    CountRow small = row(operation, Fill.SMALL).orElseThrow();
    return new Work(
        filled(operation, row -> row.mean(part.apply(row).loads() + part.apply(row).writes())),
        Math.max(0, lines - small.mean(part.apply(small).objects())));
  }

  private double filled(Operation operation, ToDoubleFunction<CountRow> mean) {
    return fill.between(
        mean.applyAsDouble(row(operation, fill.from()).orElseThrow()),
        mean.applyAsDouble(row(operation, fill.to()).orElseThrow()));
  }

  private Optional<CountRow> row(Operation operation, Population population) {
    return accesses.count(operation, population).filter(row -> row.draws() > 0);
  }
}
