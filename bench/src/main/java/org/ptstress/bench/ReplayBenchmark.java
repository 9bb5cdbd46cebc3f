package org.ptstress.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
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
 * whole, and fails if one of its operations does: JMH counts no failures of shots. The table is the
 * one that the machine of the letter had.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReplayBenchmark {
  /** Those of the machine of the letter. Its table of 6.15 has 32,768 chains. */
  private static final int CPUS = 64;

  private static final int WALKS = 20;

  /** For JMH. */
  public ReplayBenchmark() {}

  /**
   * Creates all timers of a new process.
   *
   * @param empty a table without timers
   * @return the last id, for JMH to consume
   */
  @Benchmark
  public int create(Empty empty) {
    int id = 0;
    for (int i = 0; i < empty.timers; i++) {
      id = empty.filled.createOrThrow(empty.filled.process());
    }
    return id;
  }

  /**
   * Looks up every timer as timer_getoverrun does, with its lock.
   *
   * @param population the timers
   * @return the last timer, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer getoverrun(Replayed population) {
    FilledTable filled = population.filled;
    KTimer timer = null;
    for (int id : filled.ids()) {
      timer = filled.table().findAndLock(filled.process(), id);
      if (timer == null) {
        throw new IllegalStateException("The table lost timer " + id + ".");
      }
      timer.lock().unlock();
    }
    return timer;
  }

  /**
   * Walks once along all chains of mainline's table and compares each timer as a lookup does: what
   * a step costs on this machine where no timer is met twice, while lookups meet the heads of the
   * chains again and again. Often, because one walk is short.
   *
   * @param table the timers
   * @return how many steps it took
   */
  @Benchmark
  @OperationsPerInvocation(WALKS)
  public int walk(Walked table) {
    table.steps = 0;
    for (int i = 0; i < WALKS; i++) {
      table.filled.table().forEach(table);
    }
    return table.steps;
  }

  /** Mainline's table with all timers, and who visits them. */
  @State(Scope.Benchmark)
  public static class Walked implements Consumer<KTimer> {
    /** How many timers there are. */
    @Param({"20000", "50000", "100000"})
    public int timers;

    @SuppressWarnings("NullAway.Init") // JMH calls make() before any benchmark
    private FilledTable filled;

    private long owner;
    private int steps;

    /** For JMH. */
    public Walked() {}

    /** Creates the timers. */
    @Setup(Level.Trial)
    public void make() {
      filled = FilledTable.of("BoundedScanHash", timers, CPUS);
      owner = filled.process().address();
    }

    @Override
    public void accept(KTimer timer) {
      if (timer.signalOpaque() == owner && timer.id() >= 0) {
        steps++;
      }
    }
  }

  /** What both workloads are measured on. */
  @State(Scope.Benchmark)
  public abstract static class Workload {
    /** As in {@link Population}. */
    @Param(Designs.YARDSTICK)
    public String design = "";

    /** How many timers the one process gets. */
    @Param({"20000", "50000", "100000"})
    public int timers;

    @SuppressWarnings("NullAway.Init") // JMH calls the set-up before any benchmark
    FilledTable filled;

    Workload() {}

    final void fill(int present) {
      filled = FilledTable.of(design, present, CPUS);
    }
  }

  /** A table without timers, new for each shot. */
  @State(Scope.Benchmark)
  public static class Empty extends Workload {
    /** For JMH. */
    public Empty() {}

    /** Makes the table. */
    @Setup(Level.Iteration)
    public void make() {
      fill(0);
    }
  }

  /** A table with all timers. */
  @State(Scope.Benchmark)
  public static class Replayed extends Workload {
    /** For JMH. */
    public Replayed() {}

    /** Creates the timers. */
    @Setup(Level.Trial)
    public void make() {
      fill(timers);
    }
  }
}
