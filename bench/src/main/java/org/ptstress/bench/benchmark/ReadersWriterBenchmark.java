package org.ptstress.bench.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.ptstress.model.timer.KTimer;
import org.ptstress.run.measurement.Row;

/**
 * The cost of a writer to readers: one thread creates and deletes while all others look up. The
 * score is that of all threads together; {@code find} and {@code createDelete} beside it are those
 * of the two kinds.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReadersWriterBenchmark {
  /** The name of the group, as JMH writes it. */
  static final String GROUP = "findBesideCreateDelete";

  /** The benchmark, as JMH writes it. One of its threads writes, so it takes two. */
  public static final String BENCHMARK = ReadersWriterBenchmark.class.getName() + "." + GROUP;

  /**
   * The number of threads of each method, in the order of their names; empty if there is one
   * method.
   */
  public static List<Integer> groups(Row row) {
    return row.benchmark().equals(BENCHMARK) ? List.of(1, row.threads() - 1) : List.of();
  }

  /**
   * One lookup.
   *
   * @param population the table
   * @param ids the ids to look up
   * @param failures counts lookups that miss, which none may
   * @return the timer, for JMH to consume
   */
  @Benchmark
  @Group(GROUP)
  public @Nullable KTimer find(Population population, FindBenchmark.Ids ids, Failures failures) {
    return FindBenchmark.lookup(population.filled(), ids, failures);
  }

  /**
   * One pair of create and delete.
   *
   * @param population the table
   * @param refusals counts pairs whose create fails, which none may
   * @return the id, for JMH to consume
   */
  @Benchmark
  @Group(GROUP)
  public int createDelete(Population population, Refusals refusals) {
    int id = CreateDeleteBenchmark.pair(population.filled());
    if (id < 0) {
      refusals.refused++;
    }
    return id;
  }
}
