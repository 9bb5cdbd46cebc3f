package org.ptstress.bench.benchmark;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.ptstress.model.timer.KTimer;

/**
 * Lookups and pairs as in {@link FindBenchmark} and {@link CreateDeleteBenchmark} over a wider
 * range of populations, from which an exponent is fitted.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class GrowthBenchmark {

  /**
   * One lookup.
   *
   * @param population the table
   * @param ids the ids to look up
   * @param failures counts lookups that miss, which none may
   * @return the timer, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer find(Population population, FindBenchmark.Ids ids, Failures failures) {
    return FindBenchmark.lookup(population.filled(), ids, failures);
  }

  /**
   * One pair of create and delete.
   *
   * @param population the table
   * @param failures counts pairs whose create fails, which none may
   * @return the id, for JMH to consume
   */
  @Benchmark
  public int createDelete(Population population, Failures failures) {
    return CreateDeleteBenchmark.pair(population.filled(), failures);
  }
}
