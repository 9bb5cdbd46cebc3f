package org.ptstress.bench.benchmark;

import java.util.Arrays;
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
import org.ptstress.bench.table.FilledTable;
import org.ptstress.bench.table.RandomPicks;
import org.ptstress.model.Designs;
import org.ptstress.model.timer.KTimer;

/**
 * Lookups of random existing timers by threads of one process: what the reviewers of 2012 asked
 * about first.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FindBenchmark {

  /**
   * One lookup.
   *
   * @param population the table
   * @param ids the ids to look up
   * @param failures counts lookups that miss, which none may
   * @return the timer, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer find(Population population, Ids ids, Failures failures) {
    return lookup(population.filled(), ids, failures);
  }

  /**
   * One lookup of an id that no timer has.
   *
   * @param population the table
   * @param ids the ids to look up
   * @param failures counts lookups that find a timer, which none may
   * @return null, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer miss(Population population, MissingIds ids, Failures failures) {
    FilledTable filled = population.filled();
    KTimer timer = filled.table().find(filled.process(), ids.next());
    if (timer != null) {
      failures.failed++;
    }
    return timer;
  }

  /**
   * One lookup of the one timer of a process, among many processes.
   *
   * @param processes the table
   * @param indices whose timer to look up next
   * @param failures counts lookups that miss, which none may
   * @return the timer, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer findInProcesses(Processes processes, Indices indices, Failures failures) {
    KTimer timer = processes.find(indices.next());
    if (timer == null) {
      failures.failed++;
    }
    return timer;
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
   * The limit of a lookup: picks an index, loads from an array and compares.
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

  /**
   * The limit of a lookup whose id and owner lie in the timer and not in the array: what no lookup
   * can beat that looks at the timer it returns.
   *
   * @param indices which timer to look at next
   * @param table the timers
   * @return the timer if it is the process's and has the id, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer timerLoad(Indices indices, Timers table) {
    int index = indices.next();
    KTimer timer = table.byId[index];
    return timer.signalOpaque() == table.owner && timer.id() == index ? timer : null;
  }

  /** An array of timers that all threads read. */
  @State(Scope.Benchmark)
  public static class Timers {
    /** As in {@link Population}. */
    @Param({"512", "65536"})
    public int timers;

    private KTimer[] byId = {};
    private long owner;

    /** Creates them. */
    @Setup(Level.Trial)
    public void create() {
      FilledTable memory = FilledTable.of(Designs.YARDSTICK, 0);
      owner = memory.process().address();
      byId = new KTimer[timers];
      for (int id = 0; id < timers; id++) {
        byId[id] = memory.slab().allocate();
        byId[id].setId(id);
        byId[id].setSignal(owner);
      }
    }
  }

  /** An array that all threads read. */
  @State(Scope.Benchmark)
  public static class Slots {
    /** As in {@link Population}. */
    @Param({"512", "65536"})
    public int timers;

    private int[] ids = {};

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

  /** Ids of no timer: each is above all that exist, by as much as an existing one is above 0. */
  @State(Scope.Thread)
  public static class MissingIds extends Ring {

    /**
     * Picks the ids.
     *
     * @param population the timers
     * @param thread which thread this is
     */
    @Setup(Level.Trial)
    public void pick(Population population, ThreadParams thread) {
      FilledTable filled = population.filled();
      int above = Arrays.stream(filled.ids()).max().orElseThrow() + 1;
      int[] ids = RandomPicks.of(filled.ids().length, thread.getThreadIndex());
      for (int i = 0; i < ids.length; i++) {
        ids[i] += above;
      }
      set(ids);
    }
  }

  /** The picks without a table, so that the control does not run once for every design. */
  @State(Scope.Thread)
  public static class Indices extends Ring {
    /** As in {@link Population}. */
    @Param({"512", "65536"})
    public int timers;

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
