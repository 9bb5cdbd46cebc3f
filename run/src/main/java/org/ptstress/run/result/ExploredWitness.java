package org.ptstress.run.result;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;

/**
 * An execution that breaks a claim, found by the explorer and replayed.
 *
 * @param claim the broken claim
 * @param message its outcome
 * @param weakMemory whether no sequentially consistent execution with as many preemptions breaks
 *     the claim; null if not all of these were explored
 * @param bound the preemptions and stale reads of the execution
 * @param replay the choices that replay the execution, or the seed of the walk
 * @param trace its steps, a column for each actor; "" if another scenario has a shorter trace
 */
public record ExploredWitness(
    Claim claim,
    String message,
    @Nullable Boolean weakMemory,
    Bound bound,
    String replay,
    String trace) {
  /**
   * The outcome and the memory model that it needs.
   *
   * @return a clause
   */
  public String text() {
    return new Witness(message, 1, weakMemory).text();
  }

  /**
   * A copy without the steps.
   *
   * @return a copy with an empty trace
   */
  public ExploredWitness withoutTrace() {
    return new ExploredWitness(claim, message, weakMemory, bound, replay, "");
  }
}
