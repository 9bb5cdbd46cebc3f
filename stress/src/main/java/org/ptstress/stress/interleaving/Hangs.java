package org.ptstress.stress.interleaving;

import java.util.List;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.kotlinx.lincheck.strategy.ManagedDeadlockFailure;
import org.jetbrains.kotlinx.lincheck.strategy.ManagedLivelockFailure;
import org.jspecify.annotations.Nullable;

/**
 * Decides which hangs reported by Lincheck count as witnesses. A deadlock does: each unfinished
 * thread is blocked by another one of them, which proves that no call returns. A livelock does if
 * all unfinished threads alternate in loops of more than {@value #SECOND_BOUND} iterations, and no
 * loop of the design has a tenth of that in serial executions. That is a heuristic, not a proof.
 * Lincheck counts iterations, so the speed of the machine does not matter; a timeout of Lincheck
 * does not count.
 */
final class Hangs {
  /**
   * The number of iterations at which Lincheck reports a livelock. Far above the walks and retries
   * of designs; the default of 50 accuses plain loops.
   */
  static final int FIRST_BOUND = 2_000;

  /** The same for the second search. */
  private static final int SECOND_BOUND = 4_000;

  /** The maximum of serial iterations for which the second search is conclusive: a tenth. */
  private static final int OWN_BOUND = SECOND_BOUND / 10;

  /** The number of serial orders of two calls, which Lincheck explores first. */
  static final int ORDERS = 2;

  /** Lines shown of the begin and of the end of an interleaving; the rest repeats itself. */
  private static final int SHOWN_LINES = 300;

  private Hangs() {}

  static boolean isHang(@Nullable LincheckFailure failure) {
    return failure instanceof ManagedDeadlockFailure || failure instanceof ManagedLivelockFailure;
  }

  /** Searches again. */
  interface Again {
    /**
     * Repeats the search and returns its finding.
     *
     * @param interleavings the maximum to explore
     * @param bound a loop of more iterations counts as a hang
     */
    @Nullable LincheckFailure search(int interleavings, int bound);
  }

  /**
   * Whether a hang is a witness.
   *
   * @param failure the hang
   * @param interleavings the number to be explored when it was found
   * @param again searches again
   */
  static boolean isProved(LincheckFailure failure, int interleavings, Again again) {
    return failure instanceof ManagedDeadlockFailure
        || (!isHang(again.search(ORDERS, OWN_BOUND))
            && isHang(again.search(interleavings, SECOND_BOUND)));
  }

  /** The kind of a hang. */
  static String text(LincheckFailure failure) {
    return failure instanceof ManagedDeadlockFailure
        ? "all unfinished threads wait for each other"
        : "all unfinished threads spin in loops";
  }

  /** Why a hang is a witness. */
  static String proof(LincheckFailure failure) {
    return failure instanceof ManagedDeadlockFailure
        ? text(failure)
        : text(failure)
            + " of more than "
            + SECOND_BOUND
            + " iterations, while none has "
            + OWN_BOUND
            + " when the calls come one after the other";
  }

  /** An interleaving without most of its repetitions. */
  static String shortened(String interleaving) {
    List<String> lines = interleaving.lines().toList();
    int left = lines.size() - 2 * SHOWN_LINES;
    if (left <= 0) {
      return interleaving;
    }
    return String.join("\n", lines.subList(0, SHOWN_LINES))
        + "\n... "
        + left
        + " lines ...\n"
        + String.join("\n", lines.subList(lines.size() - SHOWN_LINES, lines.size()));
  }
}
