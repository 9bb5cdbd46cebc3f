package org.ptstress.bench;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;
import org.ptstress.model.timer.KTimer;

/**
 * Lookups of random existing timers by threads of one process: what the reviewers of 2012 asked
 * about first.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FindBenchmark {
  /** For JMH. */
  public FindBenchmark() {}

  /**
   * One lookup.
   *
   * @param population the table
   * @param ids what to look up next
   * @param failures counts lookups that miss, which none may
   * @return the timer, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer find(Population population, Ids ids, Failures failures) {
    return lookup(population.filled(), ids, failures);
  }

  /** Looks the next id up; returns the timer. */
  static @Nullable KTimer lookup(FilledTable filled, Ids ids, Failures failures) {
    KTimer timer = filled.table().find(filled.process(), ids.next());
    if (timer == null) {
      failures.failed++;
    }
    return timer;
  }

  /**
   * The cost of the loop alone: picks an id and does not look it up.
   *
   * @param indices stand for ids
   * @return the pick, for JMH to consume
   */
  @Benchmark
  public int baseline(Indices indices) {
    return indices.next();
  }

  /**
   * What no lookup can beat: picks an index, loads from an array and compares.
   *
   * @param indices which slot to look at next
   * @param slots the array
   * @return the index if the slot holds it, for JMH to consume
   */
  @Benchmark
  public int limit(Indices indices, Slots slots) {
    int index = indices.next();
    return slots.ids[index] == index ? index : -1;
  }

  /** An array that all threads read. */
  @State(Scope.Benchmark)
  public static class Slots {
    /** As in {@link Population}. */
    @Param({"512", "65536"})
    public int timers;

    private int[] ids = {};

    /** For JMH. */
    public Slots() {}

    /** Fills it. */
    @Setup(Level.Trial)
    public void fill() {
      ids = IntStream.range(0, timers).toArray();
    }
  }

  /** A ring of values that one thread reads in order. */
  abstract static class Ring {
    private int[] values = {0};
    private int position;

    final void set(int[] powerOfTwoValues) {
      values = powerOfTwoValues;
    }

    final int next() {
      return values[position++ & (values.length - 1)];
    }
  }

  /** Ids of existing timers in random order. */
  @State(Scope.Thread)
  public static class Ids extends Ring {
    /** For JMH. */
    public Ids() {}

    /**
     * Picks the ids.
     *
     * @param population the timers
     * @param thread which thread this is
     */
    @Setup(Level.Trial)
    public void pick(Population population, ThreadParams thread) {
      int[] existing = population.filled().ids();
      int[] ids = RandomPicks.of(existing.length, thread.getThreadIndex());
      for (int i = 0; i < ids.length; i++) {
        ids[i] = existing[ids[i]];
      }
      set(ids);
    }
  }

  /** The same picks without a table, so that the baseline does not run once for every design. */
  @State(Scope.Thread)
  public static class Indices extends Ring {
    /** As in {@link Population}. */
    @Param({"512", "65536"})
    public int timers;

    /** For JMH. */
    public Indices() {}

    /**
     * Picks the indices.
     *
     * @param thread which thread this is
     */
    @Setup(Level.Trial)
    public void pick(ThreadParams thread) {
      set(RandomPicks.of(timers, thread.getThreadIndex()));
    }
  }
}
