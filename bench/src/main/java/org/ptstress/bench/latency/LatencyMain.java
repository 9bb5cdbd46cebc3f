package org.ptstress.bench.latency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.ptstress.bench.table.FilledTable;
import org.ptstress.run.process.ParentLink;

/** The main class of the process that measures the latency of one design. */
final class LatencyMain {
  /** The kind of the message with what was measured. */
  static final String MEASURED = "measured";

  private final String name;
  private final LatencyBudget budget;
  private final List<String> comments = new ArrayList<>();
  private final List<Histogram> intervals = new ArrayList<>();

  private LatencyMain(String name, LatencyBudget budget) {
    this.name = name;
    this.budget = budget;
    comments.add(
        String.format(
            Locale.ROOT,
            "%s: %d timers, %d threads, rates of all threads together",
            name,
            budget.timers(),
            budget.threads()));
  }

  /**
   * The message of a child.
   *
   * @param comments lines about what was measured
   * @param log an interval log
   */
  record Measured(List<String> comments, String log) {
    Measured {
      comments = List.copyOf(comments);
    }
  }

  /**
   * Measures and sends the log.
   *
   * @param arguments the name of a design, or {@link LatencyRun#CONTROL}; the budget
   * @throws IOException if the parent is gone
   * @throws InterruptedException if a design interrupts the main thread
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ParentLink parent = ParentLink.open();
    LatencyMain main = new LatencyMain(arguments[0], LatencyBudget.ofArgument(arguments[1]));
    for (LoadKind kind : LoadKind.values()) {
      main.sweep(kind);
    }
    parent.send(
        MEASURED,
        main.name,
        new Measured(main.comments, IntervalLog.text(main.comments, main.intervals)));
    // A design may have left threads or a hook behind that hang.
    ParentLink.end();
  }

  private void sweep(LoadKind kind) throws InterruptedException {
    Sweep sweep = new Sweep(budget.repetitions(), step -> measure(kind, step));
    for (LoadResult result : sweep.run(budget.steps())) {
      String tag =
          new SeriesTag(name, kind.operation(), result.step().rate(), result.isDisturbed()).text();
      result.intervals().forEach(interval -> interval.setTag(tag));
      intervals.addAll(result.intervals());
    }
  }

  private LoadResult measure(LoadKind kind, LoadStep step) throws InterruptedException {
    LoadResult result = new OpenLoop(step).run(operations(kind));
    comments.add(
        String.format(
            Locale.ROOT,
            "%s at %d per second: %d of %d were not complete at the end of the"
                + " load%s, %.1f %% of the time without a CPU%s",
            kind.operation(),
            step.rate(),
            result.late(),
            result.operations(),
            result.isSaturated() ? " (saturated)" : "",
            100 * result.cpuWait(),
            result.isStolen() ? " (no sample)" : ""));
    return result;
  }

  /** On a table of its own for each rate: what one rate leaves behind is not for the next. */
  private IntFunction<BooleanSupplier> operations(LoadKind kind) {
    return name.equals(LatencyRun.CONTROL)
        ? kind.control(budget.timers())
        : kind.on(FilledTable.of(name, budget.timers()));
  }
}
