package org.ptstress.bench.fork;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.ptstress.bench.host.SchedStat;
import org.ptstress.bench.host.StolenTime;
import org.ptstress.run.process.ParentWatch;

/**
 * Adds two secondary results to each iteration, in CPUs: what the kernel has accounted, in ns, over
 * wall time. Where it does not account there are none.
 *
 * <ul>
 *   <li>{@code cpus}: CPU time of the fork. Where it is well below the number of threads they did
 *       not run in parallel.
 *   <li>{@code taken}: what others had of the CPUs that its threads wanted. A thread that sleeps or
 *       blocks wants none: that is the design's doing, and its score a sample.
 * </ul>
 *
 * <p>Taken is the time in which threads could run and waited for a CPU, without what they had to
 * wait for each other, and what the hypervisor and interrupts took while they stood on a CPU. (The
 * JVM's own figure of CPU time comes in steps of 10 ms, a quarter of a short iteration.)
 */
public final class CpusProfiler implements InternalProfiler {
  /** The name of the result about CPU time. */
  static final String CPUS = "cpus";

  /** The name of the result about what others had. */
  static final String TAKEN = "taken";

  /**
   * A thread that wakes up waits for some us although its CPU is idle, in a virtual machine for up
   * to some tens. One that another process has sent away waits for the slice of that, for ms.
   */
  private static final long WAKE_UP_NANOS = 50_000;

  private long startNanos;
  private long startSystemNanos;
  private Map<Path, SchedStat> start = Map.of();

  /**
   * For JMH, which makes it before anything of a design runs. A fork ends with its parent from here
   * on, and what it prints is kept within limits: JMH starts forks by itself, with a main class of
   * its own.
   */
  public CpusProfiler() {
    ParentWatch.start();
    ForkOutput.keepWithinLimit();
  }

  @Override
  public String getDescription() {
    return "CPU time, and time without a CPU, over wall time";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    start = SchedStat.ofThreads();
    startSystemNanos = StolenTime.nanos();
    startNanos = System.nanoTime();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long nanos = System.nanoTime() - startNanos;
    long systemNanos = StolenTime.nanos() - startSystemNanos;
    long cpuNanos = 0;
    long waitNanos = 0;
    // Thread by thread: one that ended meanwhile would take all its time out of a sum.
    for (Map.Entry<Path, SchedStat> thread : SchedStat.ofThreads().entrySet()) {
      SchedStat used = thread.getValue().minus(start.getOrDefault(thread.getKey(), SchedStat.NONE));
      cpuNanos += used.cpuNanos();
      waitNanos += Math.max(0, used.waitNanos() - used.slices() * WAKE_UP_NANOS);
    }
    if (cpuNanos <= 0) {
      return List.of();
    }
    long crowd =
        nanos * Math.max(0, benchmark.getThreads() - Runtime.getRuntime().availableProcessors());
    double taken = (double) (Math.max(0, waitNanos - crowd) + systemNanos) / nanos;
    return List.of(
        new ScalarResult(CPUS, (double) cpuNanos / nanos, "cpus", AggregationPolicy.AVG),
        new ScalarResult(TAKEN, taken, "cpus", AggregationPolicy.AVG));
  }
}
