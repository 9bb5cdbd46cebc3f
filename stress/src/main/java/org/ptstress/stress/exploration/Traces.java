package org.ptstress.stress.exploration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;

/**
 * Keeps only the shortest trace for each claim that a design breaks: a reader needs one, and a
 * defective design breaks its claims in most scenarios. The others can be replayed.
 */
public final class Traces {
  private Traces() {}

  /**
   * Drops the traces of all witnesses but the shortest.
   *
   * @param rows the rows of some designs
   * @return the rows, whose other witnesses have an empty trace
   */
  @SuppressWarnings("ReferenceEquality") // identity, not equality
  public static List<ExplorationResult> shortest(List<ExplorationResult> rows) {
    Map<String, ExploredWitness> kept = new HashMap<>();
    for (ExplorationResult row : rows) {
      for (ExploredWitness witness : row.broken()) {
        kept.merge(
            row.design() + " " + witness.claim(),
            witness,
            (one, other) -> length(other) < length(one) ? other : one);
      }
    }
    return rows.stream()
        .map(
            row ->
                row.with(
                    row.broken().stream()
                        .map(
                            witness ->
                                kept.get(row.design() + " " + witness.claim()) == witness
                                    ? witness
                                    : witness.withoutTrace())
                        .toList()))
        .toList();
  }

  /** The length of a trace; one that another machine dropped is the longest. */
  private static int length(ExploredWitness witness) {
    return witness.trace().isEmpty() ? Integer.MAX_VALUE : witness.trace().length();
  }
}
