package org.ptstress.bench.fork;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.ptstress.run.measurement.Row;

/** What JMH would return for forks that nobody ran. */
final class JmhForks {
  private JmhForks() {}

  /** A fork of one iteration; without {@code cpus} if that is NaN. */
  static Fork fork(Row row, double cpus) {
    return Fork.of(run(row, cpus, 1.0));
  }

  /** The same where others had only a part of the CPUs that it did not use. */
  static Fork fork(Row row, double cpus, double taken) {
    return Fork.of(run(row, cpus, taken, 1.0));
  }

  /** The same as JMH returns it; others had what it did not use. */
  static RunResult run(Row row, double cpus, double score) {
    int full = Math.min(row.threads(), Runtime.getRuntime().availableProcessors());
    return run(row, cpus, Math.max(0, full - cpus), score);
  }

  private static RunResult run(Row row, double cpus, double taken, double score) {
    BenchmarkParams params = params(row);
    IterationResult iteration =
        new IterationResult(params, params.getMeasurement(), new IterationResultMetaData(1, 1));
    iteration.addResult(
        new ThroughputResult(ResultRole.PRIMARY, "find", score, 1, TimeUnit.NANOSECONDS));
    if (!Double.isNaN(cpus)) {
      iteration.addResult(new ScalarResult(CpusProfiler.CPUS, cpus, "cpus", AggregationPolicy.AVG));
      iteration.addResult(
          new ScalarResult(CpusProfiler.TAKEN, taken, "cpus", AggregationPolicy.AVG));
    }
    return new RunResult(params, List.of(new BenchmarkResult(params, List.of(iteration))));
  }

  private static BenchmarkParams params(Row row) {
    WorkloadParams workload = new WorkloadParams();
    row.params().forEach((name, value) -> workload.put(name, value, 0));
    IterationParams iteration =
        new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.milliseconds(1), 1);
    return new BenchmarkParams(
        row.benchmark(),
        "generated",
        true,
        row.threads(),
        new int[] {1},
        List.of(),
        1,
        0,
        iteration,
        iteration,
        Mode.Throughput,
        workload,
        TimeUnit.SECONDS,
        1,
        "java",
        List.of(),
        "17",
        "vm",
        "17",
        "1.37",
        TimeValue.seconds(1));
  }
}
