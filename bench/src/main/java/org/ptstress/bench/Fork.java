package org.ptstress.bench;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one fork measured.
 *
 * @param result what JMH returned for it
 * @param cpus CPU time over wall time, the mean over the measured iterations; NaN where {@link
 *     CpusProfiler} cannot tell
 */
record Fork(RunResult result, double cpus) {
  /**
   * The share of its CPUs that a fork must have had. An undisturbed one comes to 1 and a little
   * more, because the JIT's threads count too.
   */
  private static final double FULL_SHARE = 0.93;

  static Fork of(RunResult result) {
    Result<?> cpus = result.getSecondaryResults().get(CpusProfiler.CPUS);
    return cpus == null || leavesCpusIdle(Row.of(result.getParams()))
        ? new Fork(result, Double.NaN)
        : new Fork(result, cpus.getScore());
  }

  /**
   * Whether its threads do without CPUs of their own accord: those that sleep while they wait for a
   * lock, and those of a shot, which wait for one of them to make the table, and for the last.
   */
  private static boolean leavesCpusIdle(Row row) {
    return LockUnderTest.sleepsIn(row) || (Workloads.isShot(row) && row.threads() > 1);
  }

  Row row() {
    return Row.of(result.getParams());
  }

  /** Whether its threads got their CPUs can be told. */
  boolean isAccounted() {
    return !Double.isNaN(cpus);
  }

  /**
   * Whether somebody else had a part of its CPUs: {@code cpus} is below {@value #FULL_SHARE} of its
   * threads, or of all CPUs if it has more threads than there are. False where that cannot be told.
   */
  boolean isStolen() {
    return isStolen(cpus, result.getParams().getThreads());
  }

  /** The same of a number of threads that used so many CPUs, or NaN. */
  static boolean isStolen(double cpus, int threads) {
    return cpus < FULL_SHARE * Math.min(threads, Runtime.getRuntime().availableProcessors());
  }
}
