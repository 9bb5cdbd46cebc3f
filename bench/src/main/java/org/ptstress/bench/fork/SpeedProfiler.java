package org.ptstress.bench.fork;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.ptstress.bench.benchmark.SpeedProbe;

/**
 * Adds the secondary result {@code probe} to each iteration: the time in ns of the slowest {@link
 * SpeedProbe} of its threads. Without probes there is no such result.
 */
public final class SpeedProfiler implements InternalProfiler {
  /** The name of the result. */
  static final String PROBE = "probe";

  @Override
  public String getDescription() {
    return "Speed of the CPUs beside the iterations";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    SpeedProbe.takeSlowest();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    // JMH asks after all threads have ended the iteration, and with it their probes.
    long nanos = SpeedProbe.takeSlowest();
    return nanos == 0
        ? List.of()
        : List.of(new ScalarResult(PROBE, nanos, "ns", AggregationPolicy.AVG));
  }
}
