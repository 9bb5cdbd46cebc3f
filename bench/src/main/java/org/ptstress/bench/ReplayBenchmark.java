package org.ptstress.bench;

import java.util.concurrent.TimeUnit;
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
import org.ptstress.model.Designs;
import org.ptstress.model.timer.KTimer;

/**
 * The single-process workloads of the cover letter of the 2025 series, which became Linux 6.15: one
 * process creates a number of timers, and then asks each for its overrun count. One shot is the
 * whole. The table is the one that the machine of the letter had.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReplayBenchmark {
  /** Those of the machine of the letter. Its table of 6.15 has 32,768 chains. */
  private static final int CPUS = 64;

  /** For JMH. */
  public ReplayBenchmark() {}

  /**
   * Creates all timers of a new process.
   *
   * @param empty a table without timers
   * @param failures counts creates that fail, which none may
   * @return the last id, for JMH to consume
   */
  @Benchmark
  public int create(Empty empty, Failures failures) {
    int id = 0;
    for (int i = 0; i < empty.timers; i++) {
      id = empty.filled.create(empty.filled.slab().allocate());
      if (id < 0) {
        failures.failed++;
      }
    }
    return id;
  }

  /**
   * Looks up every timer as timer_getoverrun does, with its lock.
   *
   * @param population the timers
   * @param failures counts lookups that miss, which none may
   * @return the last timer, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer getoverrun(Replayed population, Failures failures) {
    FilledTable filled = population.filled;
    KTimer timer = null;
    for (int id : filled.ids()) {
      timer = filled.table().findAndLock(filled.process(), id);
      if (timer == null) {
        failures.failed++;
      } else {
        timer.lock().unlock();
      }
    }
    return timer;
  }

  /** A table without timers, new for each shot. */
  @State(Scope.Benchmark)
  public static class Empty {
    /** As in {@link Population}. */
    @Param(Designs.YARDSTICK)
    public String design = "";

    /** How many timers to create. */
    @Param({"20000", "50000", "100000"})
    public int timers;

    @SuppressWarnings("NullAway.Init") // JMH calls make() before any benchmark
    private FilledTable filled;

    /** For JMH. */
    public Empty() {}

    /** Makes the table. */
    @Setup(Level.Iteration)
    public void make() {
      filled = FilledTable.of(design, 0, CPUS);
    }
  }

  /** A table with timers. */
  @State(Scope.Benchmark)
  public static class Replayed {
    /** As in {@link Population}. */
    @Param(Designs.YARDSTICK)
    public String design = "";

    /** How many timers the process has. */
    @Param({"20000", "50000", "100000"})
    public int timers;

    @SuppressWarnings("NullAway.Init") // JMH calls fill() before any benchmark
    private FilledTable filled;

    /** For JMH. */
    public Replayed() {}

    /** Creates the timers. */
    @Setup(Level.Trial)
    public void fill() {
      filled = FilledTable.of(design, timers, CPUS);
    }
  }
}
