package org.ptstress.bench;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.ptstress.model.timer.KTimer;

/**
 * Operations that are slower by a known part: every n-th of them does its work twice. What a gate
 * must find is real work, in the place and of the kind of what is measured.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RulerBenchmark {
  /** For JMH. */
  public RulerBenchmark() {}

  /**
   * One lookup, or two.
   *
   * @param population the table
   * @param ids what to look up next
   * @param work says when to do it twice
   * @param hole consumes the second
   * @return the timer, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer find(
      Population population, FindBenchmark.Ids ids, Work work, Blackhole hole) {
    FilledTable filled = population.filled();
    if (work.isDouble()) {
      hole.consume(filled.table().find(filled.process(), ids.next()));
    }
    return filled.table().find(filled.process(), ids.next());
  }

  /**
   * One pair of create and delete, or two.
   *
   * @param population the table
   * @param work says when to do it twice
   * @param failures counts pairs whose create fails, which none may
   * @param hole consumes the second
   * @return the id, for JMH to consume
   */
  @Benchmark
  public int createDelete(Population population, Work work, Failures failures, Blackhole hole) {
    FilledTable filled = population.filled();
    if (work.isDouble()) {
      hole.consume(CreateDeleteBenchmark.pair(filled, failures));
    }
    return CreateDeleteBenchmark.pair(filled, failures);
  }

  /** Says which operations do their work twice. */
  @State(Scope.Thread)
  public static class Work {
    /** Every how many operations, 0 for none: 20 is slower by 5 per cent. */
    @Param("0")
    public int every;

    private int left;

    /** For JMH. */
    public Work() {}

    /** Counts down in the same way whether there is double work or not: both sides pay for it. */
    final boolean isDouble() {
      if (--left > 0) {
        return false;
      }
      left = every == 0 ? Integer.MAX_VALUE : every;
      return every != 0;
    }
  }
}
