package org.ptstress.run.cost;

import java.util.List;

/**
 * The conflicts between operations of a design: a row of {@code conflicts.json}.
 *
 * @param design the design's name
 * @param problem why nothing or not everything was recorded, a sentence, or ""
 * @param pairs every pair of operations
 */
public record Conflicts(String design, String problem, List<PairRow> pairs) {
  /** Copies the list. */
  public Conflicts {
    pairs = List.copyOf(pairs);
  }
}
