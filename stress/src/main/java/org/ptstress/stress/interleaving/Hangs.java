package org.ptstress.stress.interleaving;

import java.util.List;
import java.util.function.IntFunction;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.kotlinx.lincheck.strategy.ManagedDeadlockFailure;
import org.jetbrains.kotlinx.lincheck.strategy.ManagedLivelockFailure;
import org.jspecify.annotations.Nullable;

/**
 * When a hang that Lincheck reports is a proof. A deadlock is one: each unfinished thread is
 * blocked by another one of them. A livelock is one if it lasts: all unfinished threads go around
 * in loops, by turns, also when each may do so far more often. Lincheck counts steps, not time, so
 * a slow machine has no part in it; its timeout proves nothing.
 */
final class Hangs {
  /**
   * Lincheck takes a loop of more iterations for a livelock. Far above what checked walks and
   * retries do; its default of 50 accuses plain loops.
   */
  static final int FIRST_BOUND = 2_000;

  /** The same for the second look: no loop over what a narrow table holds is nearly so long. */
  private static final int SECOND_BOUND = 10_000;

  /** Lines of an interleaving at its begin and at its end; what lies between repeats itself. */
  private static final int SHOWN_LINES = 300;

  private Hangs() {}

  static boolean isHang(@Nullable LincheckFailure failure) {
    return failure instanceof ManagedDeadlockFailure || failure instanceof ManagedLivelockFailure;
  }

  /**
   * Whether a hang is a witness.
   *
   * @param failure the hang
   * @param again searches again, with a bound on the iterations of a loop
   */
  static boolean isProved(LincheckFailure failure, IntFunction<@Nullable LincheckFailure> again) {
    return failure instanceof ManagedDeadlockFailure || isHang(again.apply(SECOND_BOUND));
  }

  /** The kind of a hang. */
  static String text(LincheckFailure failure) {
    return failure instanceof ManagedDeadlockFailure
        ? "all threads that have not ended wait for each other"
        : "all threads that have not ended go around in loops";
  }

  /** An interleaving without most of what repeats itself. */
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
