package org.ptstress.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/** The main class of the process that measures the latency of one design. */
final class LatencyMain {
  private LatencyMain() {}

  /**
   * Measures and writes the log.
   *
   * @param arguments the name of a design, or {@link LatencyRun#CONTROL}; the file to write; the
   *     budget
   * @throws IOException if the log cannot be written
   * @throws InterruptedException never: nobody interrupts the main thread
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String name = arguments[0];
    LatencyBudget budget = LatencyBudget.ofArgument(arguments[2]);
    List<Histogram> intervals = new OpenLoop(budget).run(operations(name, budget.timers()));
    String comment =
        "%s: finds among %d timers, %d threads with %d arrivals a second each"
            .formatted(name, budget.timers(), budget.threads(), budget.ratePerThread());
    IntervalLog.write(Path.of(arguments[1]), name, comment, intervals);
    long count = intervals.stream().mapToLong(Histogram::getTotalCount).sum();
    System.out.println(comment + ": " + count + " operations.");
  }

  private static IntFunction<BooleanSupplier> operations(String name, int timers) {
    if (name.equals(LatencyRun.CONTROL)) {
      return thread -> new Pick(RandomPicks.of(timers, thread));
    }
    FilledTable filled = FilledTable.of(name, timers);
    return thread -> new Find(filled, RandomPicks.of(timers, thread));
  }

  /** A lookup of a random existing timer. */
  private static final class Find implements BooleanSupplier {
    private final FilledTable filled;
    private final int[] picks;
    private int position;

    Find(FilledTable filled, int[] picks) {
      this.filled = filled;
      this.picks = picks;
    }

    @Override
    public boolean getAsBoolean() {
      int id = filled.ids()[picks[position++ & (picks.length - 1)]];
      return filled.table().find(filled.process(), id) != null;
    }
  }

  /** The control: the same pick without a lookup. */
  private static final class Pick implements BooleanSupplier {
    private final int[] picks;
    private int position;

    Pick(int[] picks) {
      this.picks = picks;
    }

    @Override
    public boolean getAsBoolean() {
      return picks[position++ & (picks.length - 1)] >= 0;
    }
  }
}
