package org.ptstress.run.cost;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cost of the operations of a design: a row of {@code accesses.json}.
 *
 * @param design the design's name
 * @param problem why nothing or not everything was recorded, a sentence, or ""
 * @param compiler which compiler made the code under test, if it is known
 * @param search the steps of a create that finds all ids taken; null in a file of an older version
 * @param counts what its operations cost
 * @param workingSets what lookups of all timers access
 */
public record Accesses(
    String design,
    String problem,
    @Nullable String compiler,
    @Nullable SearchSteps search,
    List<CountRow> counts,
    List<WorkingSet> workingSets) {
  /** Copies the lists. */
  public Accesses {
    counts = List.copyOf(counts);
    workingSets = List.copyOf(workingSets);
  }

  /**
   * The cost of an operation.
   *
   * @param operation the operation
   * @param population how many timers there are
   * @return its row; empty if it was not recorded
   */
  public Optional<CountRow> count(Operation operation, Population population) {
    return counts.stream()
        .filter(row -> row.operation() == operation && row.population() == population)
        .findFirst();
  }

  /**
   * The memory that lookups of all timers access.
   *
   * @param population how many timers there are
   * @return its row; empty if it was not recorded
   */
  public Optional<WorkingSet> workingSet(Population population) {
    return workingSets.stream().filter(set -> set.population() == population).findFirst();
  }
}
