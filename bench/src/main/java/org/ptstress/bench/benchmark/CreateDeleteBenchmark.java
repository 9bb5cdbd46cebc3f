package org.ptstress.bench.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.ptstress.bench.table.FilledTable;
import org.ptstress.bench.table.LooseTimers;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerSlab;

/**
 * Pairs of create and delete by threads of one process, on top of the timers that it has. {@code
 * GlobalIdr} gets the id it just freed back each time; the others count on through the id space.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CreateDeleteBenchmark {

  /**
   * One pair.
   *
   * @param population the table
   * @param failures counts pairs whose create fails, which none may
   * @return the id, for JMH to consume
   */
  @Benchmark
  public int createDelete(Population population, Failures failures) {
    return pair(population.filled(), failures);
  }

  /**
   * One pair in a process that has no other thread.
   *
   * @param population the table, with the timers of another process
   * @param own the process of the thread
   * @param failures counts pairs whose create fails, which none may
   * @return the id, for JMH to consume
   */
  @Benchmark
  public int createDeleteInOwnProcess(Population population, OwnProcess own, Failures failures) {
    return pair(population.filled(), own.process, failures);
  }

  /** Creates a timer and deletes it; returns its id. */
  static int pair(FilledTable filled, Failures failures) {
    return pair(filled, filled.process(), failures);
  }

  /** Creates and deletes a timer; returns its id, or a negated error number. */
  static int pair(FilledTable filled) {
    return pair(filled, filled.process());
  }

  private static int pair(FilledTable filled, Process owner, Failures failures) {
    int id = pair(filled, owner);
    if (id < 0) {
      failures.failed++;
    }
    return id;
  }

  private static int pair(FilledTable filled, Process owner) {
    KTimer timer = filled.slab().allocate();
    int id = filled.create(owner, timer);
    if (id >= 0) {
      filled.delete(owner, timer);
    }
    return id;
  }

  /**
   * The cost of the loop alone: allocates a timer and drops it.
   *
   * @param allocator the allocator
   * @return the timer, for JMH to consume
   */
  @Benchmark
  public KTimer baseline(Allocator allocator) {
    return allocator.slab.allocate();
  }

  /**
   * The limit of pairs of create and delete that share a counter: increments one.
   *
   * @param counter the counter of all threads
   * @return its value, for JMH to consume
   */
  @Benchmark
  public int limit(Counter counter) {
    return counter.next.getAndIncrement();
  }

  /**
   * The limit of threads that share nothing: each increments a counter of its own.
   *
   * @param counter the counter of this thread
   * @return its value, for JMH to consume
   */
  @Benchmark
  public int limitInOwnProcess(OwnCounter counter) {
    return OwnCounter.NEXT.getAndIncrement(counter);
  }

  /** The process of one thread. */
  @State(Scope.Thread)
  public static class OwnProcess {
    private Process process;

    /**
     * Makes the process.
     *
     * @param population the table
     */
    @Setup(Level.Trial)
    public void fork(Population population) {
      process = population.filled().newProcess();
    }
  }

  /** A counter that all threads share. */
  @State(Scope.Benchmark)
  public static class Counter {
    private final AtomicInteger next = new AtomicInteger();
  }

  /** A counter of one thread. It is a field, for JMH pads those: no two share a cache line. */
  @State(Scope.Thread)
  public static class OwnCounter {
    private static final AtomicIntegerFieldUpdater<OwnCounter> NEXT =
        AtomicIntegerFieldUpdater.newUpdater(OwnCounter.class, "next");

    @SuppressWarnings("UnusedVariable") // read and written through the updater
    private volatile int next;
  }

  /** A slab without a table. */
  @State(Scope.Benchmark)
  public static class Allocator {
    private final TimerSlab slab = LooseTimers.newSlab();
  }
}
