package org.ptstress.bench.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
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
import org.openjdk.jmh.annotations.TearDown;
import org.ptstress.bench.fork.RetainedProfiler;
import org.ptstress.bench.table.FilledTable;
import org.ptstress.bench.table.LooseTimers;
import org.ptstress.model.Designs;
import org.ptstress.model.timer.ClockId;
import org.ptstress.model.timer.KTimer;
import org.ptstress.model.timer.TimerSlab;

/**
 * The cost of giving a restored process the timers that it had, with their ids: by asking for them,
 * or, as CRIU had to until 6.15, by creating and deleting until the wanted id comes along. One shot
 * is the whole set, in an empty table.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RestoreBenchmark {
  /** The last restored table, for {@link RetainedProfiler}; null where nothing was restored. */
  private static @Nullable FilledTable last;

  public static @Nullable FilledTable last() {
    return last;
  }

  /**
   * Creates each timer at its id.
   *
   * @param target an empty table
   */
  @Benchmark
  public void exactIds(Target target) {
    FilledTable filled = target.filled;
    for (int id : target.wanted) {
      KTimer timer = filled.slab().allocate();
      int result = filled.table().insertAt(filled.process(), timer, id);
      if (result != id) {
        throw new IllegalStateException(
            String.format(Locale.ROOT, "A create at %d returned %d.", id, result));
      }
      timer.initialise(ClockId.MONOTONIC, id);
      filled.table().publish(filled.process(), timer);
    }
  }

  /**
   * Creates timers until each id has come along, and deletes the others: at once where a counter
   * chooses ids, at the end where the lowest free id comes back each time.
   *
   * @param target an empty table
   */
  @Benchmark
  public void createDeleteLoop(Target target) {
    FilledTable filled = target.filled;
    Deque<KTimer> others = new ArrayDeque<>();
    for (int wanted : target.wanted) {
      for (int id = -1; id != wanted; ) {
        KTimer timer = filled.slab().allocate();
        id = filled.create(timer);
        if (id < 0 || id > wanted) {
          throw new IllegalStateException(
              String.format(
                  Locale.ROOT, "A create returned %d, so the loop will not reach %d.", id, wanted));
        }
        if (id < wanted && target.lowestFree) {
          others.add(timer);
        } else if (id < wanted) {
          filled.delete(timer);
        }
      }
    }
    others.forEach(filled::delete);
  }

  /**
   * The control of {@link #exactIds}: makes as many timers without a table.
   *
   * @param loose the number of timers
   * @return the timers, for JMH to consume
   */
  @Benchmark
  public KTimer[] baseline(Loose loose) {
    return LooseTimers.create(loose.slab, loose.count);
  }

  /** The number of timers of the control. */
  @State(Scope.Benchmark)
  public static class Loose {
    /** As in {@link Target}. */
    @Param public RestoreIds ids = RestoreIds.FIRST_1000;

    private final TimerSlab slab = LooseTimers.newSlab();
    private int count;

    /** Counts them. */
    @Setup(Level.Trial)
    public void count() {
      count = ids.ids().length;
    }
  }

  /** An empty table, new for each shot, and what is to come into it. */
  @State(Scope.Benchmark)
  public static class Target {
    /** As in {@link Population}. */
    @Param(Designs.YARDSTICK)
    public String design = "";

    /** The ids to restore. */
    @Param public RestoreIds ids = RestoreIds.FIRST_1000;

    private FilledTable filled;

    private int[] wanted = {};
    private boolean lowestFree;

    /** Makes the table. */
    @Setup(Level.Iteration)
    public void make() {
      filled = FilledTable.of(design, 0);
      wanted = ids.ids();
      lowestFree = Traits.takesLowestFree(design);
    }

    /** Keeps the table for whoever weighs it. */
    @TearDown(Level.Iteration)
    public void keep() {
      last = filled;
    }
  }
}
