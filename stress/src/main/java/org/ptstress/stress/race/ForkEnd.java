package org.ptstress.stress.race;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.infra.Status;

/**
 * The end of a fork. Samples count only if the JVM ended normally: failures that jcstress ignores
 * are reasons here. Observed violations count in any case.
 *
 * @param kind its consequence for the following races
 * @param reason why its samples do not count, or ""
 */
record ForkEnd(Kind kind, String reason) {
  /** The consequence of an end for the races that follow. */
  enum Kind {
    /** There are samples. */
    NORMAL,
    /** It timed out. Another fork of this design would probably cost as much time. */
    HUNG,
    /** It ended by itself, but without samples that count. */
    FAILED,
    /** It was not started at all. */
    NOT_TRIED
  }

  /**
   * Classifies an end.
   *
   * @param limit the timeout of the fork
   * @param inTime whether it ended by itself within that time
   * @param status its exit status
   * @param result what it sent, or null
   */
  static ForkEnd of(Duration limit, boolean inTime, int status, @Nullable RaceSamples result) {
    if (!inTime) {
      return new ForkEnd(Kind.HUNG, "it did not end within " + limit.toSeconds() + " s");
    }
    if (status != 0) {
      return new ForkEnd(Kind.FAILED, "a JVM crashed with status " + status);
    }
    if (result == null) {
      return new ForkEnd(Kind.FAILED, "a JVM ended without a result");
    }
    return of(result);
  }

  private static ForkEnd of(RaceSamples result) {
    Status status = result.status();
    return switch (status) {
      case NORMAL ->
          result.total() == 0
              ? new ForkEnd(Kind.FAILED, "a JVM produced no samples")
              : new ForkEnd(Kind.NORMAL, "");
      case TIMEOUT_ERROR -> new ForkEnd(Kind.HUNG, "an actor did not end in time");
      case VM_ERROR -> new ForkEnd(Kind.FAILED, "a JVM crashed");
      case API_MISMATCH ->
          new ForkEnd(Kind.FAILED, "a class or method is missing in the forked JVM");
      case CHECK_TEST_ERROR, TEST_ERROR -> new ForkEnd(Kind.FAILED, "an actor threw an exception");
    };
  }
}
