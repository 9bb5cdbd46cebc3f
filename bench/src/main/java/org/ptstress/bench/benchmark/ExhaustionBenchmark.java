package org.ptstress.bench.benchmark;

import java.util.concurrent.TimeUnit;
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
import org.ptstress.model.Designs;
import org.ptstress.model.TableConfig;
import org.ptstress.model.kernel.Errno;
import org.ptstress.model.timer.KTimer;

/**
 * Creates that fail with -EAGAIN because a process has every id there is: how long they search, by
 * the width of an id.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ExhaustionBenchmark {

  /**
   * One refused create.
   *
   * @param full the table
   * @param failures counts creates that end in any other way, which none may
   * @return the result, for JMH to consume
   */
  @Benchmark
  public int refusedCreate(Full full, Failures failures) {
    int result = full.filled.table().insert(full.filled.process(), full.timer);
    if (result != -Errno.EAGAIN) {
      failures.failed++;
    }
    return result;
  }

  /** A table in which one process has every id. */
  @State(Scope.Benchmark)
  public static class Full {
    /** As in {@link Population}. */
    @Param(Designs.YARDSTICK)
    public String design = "";

    /** The width of an id in bits: there are 2^{@code idBits} ids. */
    @Param({"4", "8", "12"})
    public int idBits;

    private FilledTable filled;

    private KTimer timer;

    /** Creates all timers. */
    @Setup(Level.Trial)
    public void fill() {
      TableConfig kernel = TableConfig.kernel(Runtime.getRuntime().availableProcessors());
      TableConfig config =
          new TableConfig(
              idBits, kernel.buckets(), kernel.cpus(), kernel.locks(), kernel.reclamation());
      filled = FilledTable.of(design, (int) config.idCount(), config);
      timer = filled.slab().allocate();
    }
  }
}
