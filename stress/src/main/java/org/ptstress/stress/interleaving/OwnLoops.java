package org.ptstress.stress.interleaving;

import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.kotlinx.lincheck.strategy.ObstructionFreedomViolationFailure;
import org.jspecify.annotations.Nullable;

/**
 * The bound that tells a loop that waits from a design's own. Lincheck takes every loop of more
 * iterations than the bound for one that waits, and so a scan of as many slots. The bound is
 * therefore at least twice as high as any loop is when the calls come one after the other.
 */
final class OwnLoops {
  /** Above every plain loop of a scenario in the designs of the catalogue. */
  static final int FIRST_BOUND = 20;

  private static final int FACTOR = 8;

  /** Below what counts as a hang. */
  private static final int LAST_BOUND = FIRST_BOUND * FACTOR * FACTOR;

  /** Why nothing is said of a design whose loops are longer than the last bound allows. */
  static final String TOO_LONG =
      "its own loops have "
          + LAST_BOUND / 2
          + " iterations or more when the calls come one after the other: it cannot be told whether"
          + " a longer one waits";

  private OwnLoops() {}

  /** Searches again. */
  interface Again {
    /**
     * What it finds.
     *
     * @param interleavings how many to explore at most
     * @param bound a loop of more iterations counts as one that waits
     */
    @Nullable LincheckFailure search(int interleavings, int bound);
  }

  /**
   * The bound for a design in which a thread seemed to wait: the same one if the thread did wait.
   *
   * @param bound the bound by which it waited
   * @param again searches again
   * @return a bound; 0 if the design's loops are too long for any
   */
  static int bound(int bound, Again again) {
    int enough = bound;
    while (enough <= LAST_BOUND) {
      if (!isWait(again.search(Hangs.ORDERS, enough / 2))) {
        return enough;
      }
      enough *= FACTOR;
    }
    return 0;
  }

  static boolean isWait(@Nullable LincheckFailure failure) {
    return failure instanceof ObstructionFreedomViolationFailure;
  }
}
