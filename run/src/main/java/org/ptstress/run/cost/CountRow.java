package org.ptstress.run.cost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cost of an operation of a design: sums over all draws without growth steps.
 *
 * @param population how many timers there are
 * @param operation the operation
 * @param draws how many operations were summed up
 * @param call the whole system call; for {@link Operation#FIND} and {@link Operation#MISS} the
 *     lookup in its read section
 * @param table the part of it that the design does
 * @param growthSteps how many further operations made the table grow, or helped with it
 * @param worstGrowth the most expensive one of them
 * @param bytecodes the bytecodes, summed up likewise; null in a file of an older version
 * @param fields the loads, stores, read-modify-writes and allocations of the whole call, by field,
 *     in alphabetical order
 */
public record CountRow(
    Population population,
    Operation operation,
    int draws,
    Cost call,
    Cost table,
    int growthSteps,
    Cost worstGrowth,
    @Nullable Bytecodes bytecodes,
    List<FieldCount> fields) {
  /** Copies the list. */
  public CountRow {
    fields = List.copyOf(fields);
  }

  /**
   * The loads of one operation.
   *
   * @return the mean
   */
  public double loads() {
    return mean(call.loads());
  }

  /**
   * A sum for one operation.
   *
   * @param sum a sum of this row
   * @return the mean, 0 without draws
   */
  public double mean(long sum) {
    return draws == 0 ? 0 : (double) sum / draws;
  }
}
