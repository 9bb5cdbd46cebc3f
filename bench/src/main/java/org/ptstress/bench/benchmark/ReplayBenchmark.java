package org.ptstress.bench.benchmark;

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
import org.ptstress.bench.table.FilledTable;
import org.ptstress.bench.table.LooseTimers;
import org.ptstress.model.Designs;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.Process;
import org.ptstress.model.timer.TimerSlab;

/**
 * The workloads of the cover letter of the 2025 series, which became Linux 6.15: a process creates
 * a number of timers and then asks each for its overrun count, or creates one and deletes it, over
 * and over. The letter did so in one thread, in the threads of one process, and in processes side
 * by side, and gave the mean of them all, which is JMH's score. One shot is the whole, and fails if
 * one of its operations does: JMH counts no failures of shots. The table is the one that the
 * machine of the letter had.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReplayBenchmark {
  /** The dimensions of the letter's machine. Its table of 6.15 has 32,768 chains. */
  private static final int CPUS = 64;

  private static final int WALKS = 20;

  /**
   * Creates timers.
   *
   * @param table a table without timers
   * @param own the owner of the timers
   * @return the last id, for JMH to consume
   */
  @Benchmark
  public int create(Empty table, OwnProcess own) {
    int id = 0;
    for (int i = 0; i < table.timers; i++) {
      id = table.filled.createOrThrow(own.process);
    }
    return id;
  }

  /**
   * Looks up every timer of the thread as timer_getoverrun does, with its lock.
   *
   * @param table the table
   * @param timers the timers
   * @return the last timer, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer getoverrun(Lasting table, OwnTimers timers) {
    KTimer timer = null;
    for (int id : timers.ids) {
      timer = table.filled.table().findAndLock(timers.process, id);
      if (timer == null) {
        throw new IllegalStateException("The table lost timer " + id + ".");
      }
      timer.lock().unlock();
    }
    return timer;
  }

  /**
   * Creates and deletes, one timer after the other.
   *
   * @param table a table without timers
   * @param own the owner of the timers
   * @return the last id, for JMH to consume
   */
  @Benchmark
  public int createDelete(Empty table, OwnProcess own) {
    int id = 0;
    for (int i = 0; i < table.timers; i++) {
      KTimer timer = table.filled.slab().allocate();
      id = table.filled.createOrThrow(own.process, timer);
      table.filled.delete(own.process, timer);
    }
    return id;
  }

  /**
   * The control of {@link #create}: makes as many timers without a table.
   *
   * @param loose the number of timers
   * @return the timers, for JMH to consume
   */
  @Benchmark
  public KTimer[] baseline(Loose loose) {
    return LooseTimers.create(loose.slab, loose.timers);
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
    /** The number of timers. */
    @Param({"20000", "50000", "100000"})
    public int timers;

    private FilledTable filled;

    private long owner;
    private int steps;

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

  /** The number of timers of the control. */
  @State(Scope.Benchmark)
  public static class Loose {
    /** As in {@link Workload}. */
    @Param({"20000", "50000", "100000"})
    public int timers;

    private final TimerSlab slab = LooseTimers.newSlab();
  }

  /** The table and the processes of all workloads. */
  @State(Scope.Benchmark)
  public abstract static class Workload {
    /** As in {@link Population}. */
    @Param(Designs.YARDSTICK)
    public String design = "";

    /** The number of timers that each thread creates. */
    @Param({"20000", "50000", "100000"})
    public int timers;

    /** The owners of the timers. */
    @Param public ReplayOwners owners = ReplayOwners.ONE_PROCESS;

    @SuppressWarnings("NullAway.Init") // the set-ups of subclasses call makeEmpty()
    FilledTable filled;

    Workload() {}

    final void makeEmpty() {
      filled = FilledTable.of(design, 0, CPUS);
    }
  }

  /** A table without timers, new for each shot. */
  @State(Scope.Benchmark)
  public static class Empty extends Workload {

    /** Makes the table. */
    @Setup(Level.Iteration)
    public void make() {
      makeEmpty();
    }
  }

  /** A table for all shots, which the threads fill. */
  @State(Scope.Benchmark)
  public static class Lasting extends Workload {

    /** Makes the table. */
    @Setup(Level.Trial)
    public void make() {
      makeEmpty();
    }
  }

  /** The process that a thread is of, new with each table. */
  @State(Scope.Thread)
  public static class OwnProcess {
    private Process process;

    /**
     * Finds or makes the process.
     *
     * @param table where its timers will be
     */
    @Setup(Level.Iteration)
    public void fork(Empty table) {
      process = table.owners.of(table.filled);
    }
  }

  /** Timers of one thread. */
  @State(Scope.Thread)
  public static class OwnTimers {
    private Process process;

    private int[] ids = {};

    /**
     * Creates the timers.
     *
     * @param table where
     */
    @Setup(Level.Trial)
    public void create(Lasting table) {
      process = table.owners.of(table.filled);
      ids = new int[table.timers];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = table.filled.createOrThrow(process);
      }
    }
  }
}
