package org.ptstress.bench.fork;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.ptstress.bench.benchmark.Failures;
import org.ptstress.bench.benchmark.LockUnderTest;
import org.ptstress.bench.benchmark.Refusals;
import org.ptstress.bench.plan.Workloads;
import org.ptstress.run.measurement.Row;

/**
 * The measurements of one fork.
 *
 * @param result what JMH returned for it
 * @param cpus CPU time over wall time, the mean over the measured iterations; NaN where {@link
 *     CpusProfiler} cannot tell
 * @param taken the number of CPUs that others had and its threads wanted; 0 where that cannot be
 *     told
 */
record Fork(RunResult result, double cpus, double taken) {
  /**
   * The share of its CPUs that a fork must have had. An undisturbed one comes to 1 and a little
   * more, because the JIT's threads count too.
   */
  private static final double FULL_SHARE = 0.93;

  /** The counters of {@link Failures} and {@link Refusals}, as JMH names them. */
  private static final List<String> FAILURES = List.of("failed", "refused");

  static Fork of(RunResult result) {
    Result<?> cpus = result.getSecondaryResults().get(CpusProfiler.CPUS);
    Result<?> taken = result.getSecondaryResults().get(CpusProfiler.TAKEN);
    return cpus == null || taken == null || leavesCpusIdle(row(result.getParams()))
        ? new Fork(result, Double.NaN, 0)
        : new Fork(result, cpus.getScore(), taken.getScore());
  }

  /**
   * Whether its threads do without CPUs of their own accord: those that sleep while they wait for a
   * lock, and those of a shot, which wait for one of them to make the table, and for the last.
   */
  private static boolean leavesCpusIdle(Row row) {
    return LockUnderTest.sleepsIn(row) || (Workloads.isShot(row) && row.threads() > 1);
  }

  /** Whether operations failed that must not. */
  boolean hasFailures() {
    return FAILURES.stream()
        .map(result.getSecondaryResults()::get)
        .anyMatch(count -> count != null && count.getScore() > 0);
  }

  Row row() {
    return row(result.getParams());
  }

  private static Row row(BenchmarkParams params) {
    Map<String, String> values = new TreeMap<>();
    params.getParamsKeys().forEach(key -> values.put(key, params.getParam(key)));
    return new Row(params.getBenchmark(), values, params.getThreads());
  }

  /** Whether the kernel accounts the fork's CPU time. */
  boolean isAccounted() {
    return !Double.isNaN(cpus);
  }

  /**
   * Whether a part of its CPUs was taken from it: {@code cpus} is below {@value #FULL_SHARE} of its
   * threads, or of all CPUs if it has more threads than there are, and most of what is missing was
   * taken. What its threads gave away because they slept or were blocked, the design has to answer
   * for. False where that cannot be told.
   */
  boolean isStolen() {
    return isStolen(cpus, taken, result.getParams().getThreads());
  }

  /** Whether threads that used so many CPUs, or NaN, had some taken from them. */
  static boolean isStolen(double cpus, double taken, int threads) {
    int full = Math.min(threads, Runtime.getRuntime().availableProcessors());
    return cpus < FULL_SHARE * full && taken >= (full - cpus) / 2;
  }
}
