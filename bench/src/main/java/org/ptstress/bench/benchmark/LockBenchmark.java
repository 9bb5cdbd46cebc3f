package org.ptstress.bench.benchmark;

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
import org.ptstress.bench.table.FilledTable;
import org.ptstress.model.TableConfig;
import org.ptstress.model.timer.KTimer;

/**
 * The RFC's lookup, whose whole critical section is one short chain, under one lock or another: how
 * much of the RFC's trouble is the kind of its lock.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LockBenchmark {

  /**
   * One lookup.
   *
   * @param locked the table
   * @param indices which timer to look up next
   * @param failures counts lookups that miss, which none may
   * @return the timer, for JMH to consume
   */
  @Benchmark
  public @Nullable KTimer find(Locked locked, FindBenchmark.Indices indices, Failures failures) {
    FilledTable filled = locked.filled;
    KTimer timer = filled.table().find(filled.process(), filled.ids()[indices.next()]);
    if (timer == null) {
      failures.failed++;
    }
    return timer;
  }

  /** The RFC's table around a lock. */
  @State(Scope.Benchmark)
  public static class Locked {
    /** The lock. */
    @Param public LockUnderTest lock = LockUnderTest.TICKET;

    /** The number of timers of the one process. */
    @Param("512")
    public int timers;

    private FilledTable filled;

    /** Creates the timers. */
    @Setup(Level.Trial)
    public void fill() {
      TableConfig kernel = TableConfig.kernel(Runtime.getRuntime().availableProcessors());
      filled = FilledTable.of("RfcHash", timers, kernel.withLocks(lock));
    }
  }
}
