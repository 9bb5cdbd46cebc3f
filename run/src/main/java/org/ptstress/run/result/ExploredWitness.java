package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;

/**
 * An execution that breaks a claim, found by the explorer and replayed.
 *
 * @param claim the broken claim
 * @param message what came of it
 * @param weakMemory whether sequentially consistent memory has no such execution within as many
 *     preemptions; null if not all of these were explored
 * @param bound the preemptions and stale reads of the execution
 * @param replay the choices that make the execution again, or the seed of the walk
 * @param trace its steps, a column for each actor; "" where another scenario has a shorter one
 */
public record ExploredWitness(
    Claim claim,
    String message,
    @Nullable Boolean weakMemory,
    Bound bound,
    String replay,
    String trace) {
  /** Checks that nothing is missing. */
  public ExploredWitness {
    requireNonNull(claim, "claim");
    requireNonNull(message, "message");
    requireNonNull(bound, "bound");
    requireNonNull(replay, "replay");
    requireNonNull(trace, "trace");
  }

  /**
   * The outcome, and on which memory it came.
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
