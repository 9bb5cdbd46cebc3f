package org.ptstress.bench.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.ptstress.bench.table.FilledTable;

/**
 * Operations that are slower by a known part: a batch does some of them besides those that it
 * counts. What a gate must find is real work, in the place and of the kind of what is measured. A
 * loop with more turns costs as much more as it turns more often; a branch to extra work now and
 * then would cost a misprediction besides, which is more than a lookup.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(RulerBenchmark.BATCH)
public class RulerBenchmark {
  /** The operations that a batch counts; one more is slower by 5 per cent. */
  public static final int BATCH = 20;

  /**
   * A batch of lookups.
   *
   * @param population the table
   * @param ids the ids to look up
   * @param work how many more than a batch
   * @param failures counts lookups that miss, which none may
   * @param hole consumes the timers
   */
  @Benchmark
  public void find(
      Population population, FindBenchmark.Ids ids, Work work, Failures failures, Blackhole hole) {
    FilledTable filled = population.filled();
    for (int i = -work.extra; i < BATCH; i++) {
      hole.consume(FindBenchmark.lookup(filled, ids, failures));
    }
  }

  /**
   * A batch of pairs of create and delete.
   *
   * @param population the table
   * @param work how many more than a batch
   * @param failures counts pairs whose create fails, which none may
   * @param hole consumes the ids
   */
  @Benchmark
  public void createDelete(Population population, Work work, Failures failures, Blackhole hole) {
    FilledTable filled = population.filled();
    for (int i = -work.extra; i < BATCH; i++) {
      hole.consume(CreateDeleteBenchmark.pair(filled, failures));
    }
  }

  /** The work that is not counted. */
  @State(Scope.Benchmark)
  public static class Work {
    /** The operations that a batch does besides those that it counts. */
    @Param("0")
    public int extra;
  }
}
