package org.ptstress.reports.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.Relation;

/**
 * The pairs of operations of one relation: a triangle, for pairs have no order.
 *
 * @param relation what the operations of a pair have in common
 * @param operations the columns
 * @param rows the rows, of the same operations
 */
public record PairTable(Relation relation, List<Operation> operations, List<Row> rows) {
  public PairTable {
    operations = List.copyOf(operations);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param operation the one of a pair that stands on the left
   * @param cells one for each column up to the same operation
   */
  public record Row(Operation operation, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A pair.
   *
   * @param word who makes it conflict, and in how many states if not in all; {@code free}, or
   *     {@code -} where there is no such pair
   * @param culprits the locations that it shares
   */
  public record Cell(String word, String culprits) {}

  /**
   * The tables of a design.
   *
   * @param conflicts which of its operations conflict
   * @return one for each relation
   */
  public static List<PairTable> of(Conflicts conflicts) {
    List<PairTable> tables = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      List<PairRow> pairs =
          conflicts.pairs().stream().filter(pair -> pair.relation() == relation).toList();
      List<Operation> operations = pairs.stream().map(PairRow::second).distinct().sorted().toList();
      tables.add(
          new PairTable(
              relation,
              operations,
              operations.stream().map(second -> row(second, operations, pairs)).toList()));
    }
    return tables;
  }

  private static Row row(Operation second, List<Operation> operations, List<PairRow> pairs) {
    return new Row(
        second,
        operations.stream()
            .filter(first -> first.compareTo(second) <= 0)
            .map(first -> cell(first, second, pairs))
            .toList());
  }

  private static Cell cell(Operation first, Operation second, List<PairRow> pairs) {
    Optional<PairRow> found =
        pairs.stream().filter(pair -> pair.first() == first && pair.second() == second).findFirst();
    return found.map(PairTable::cell).orElse(new Cell("-", ""));
  }

  private static Cell cell(PairRow pair) {
    if (pair.conflictFree()) {
      return new Cell("free", "");
    }
    int conflicting = pair.states() - pair.freeStates();
    String number = pair.freeStates() == 0 ? "" : " " + conflicting;
    return new Cell(
        pair.blame().text() + number,
        pair.culprits().stream()
            .map(Culprit::location)
            .distinct()
            .collect(Collectors.joining(", ")));
  }
}
