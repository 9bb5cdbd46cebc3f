package org.ptstress.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures throughput with JMH and writes {@code jmh.json}. */
public final class Benchmarks {
  /** Far above the longest iteration; reached only by a design that hangs. */
  private static final TimeValue ITERATION_TIMEOUT = TimeValue.seconds(60);

  private Benchmarks() {}

  /**
   * Runs every benchmark on every design, at one thread and at as many as there are CPUs. Blocking;
   * takes what the profile says. If the calling thread is interrupted, the forks are ended and
   * nothing is written.
   *
   * @param profile how much time the run gets
   * @param designs names of designs of the catalogue, at least one
   * @param runFolder where {@code jmh.json} and {@code logs/jmh.log} go
   * @param progress told after each fork
   * @throws MeasurementException if a fork fails or a row is missing; the message names benchmark,
   *     design and log
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static void run(
      BenchProfile profile, List<String> designs, Path runFolder, ProgressListener progress)
      throws IOException, InterruptedException {
    int cpus = Runtime.getRuntime().availableProcessors();
    run(new ThroughputPlan(profile.throughput(), designs, cpus), runFolder, progress);
  }

  static void run(ThroughputPlan plan, Path runFolder, ProgressListener progress)
      throws IOException, InterruptedException {
    Path log = Files.createDirectories(runFolder.resolve("logs")).resolve("jmh.log");
    Map<Row, Integer> expected = plan.forksOfRows();
    int total = expected.values().stream().mapToInt(Integer::intValue).sum();
    ForkResults results = new ForkResults();
    progress.onProgress(0, total);
    ShutdownHook hook = new ShutdownHook(Benchmarks::endForks);
    try (PrintStream output =
        new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
      ForkWatch watch = new ForkWatch(output, total, progress);
      for (Row fork : plan.forks()) {
        results.add(runFork(plan.budget(), fork, watch, log));
      }
    } finally {
      hook.remove();
    }
    List<String> differences = results.differencesTo(expected);
    if (!differences.isEmpty()) {
      throw new MeasurementException(
          "JMH's results are not those that were asked for: "
              + String.join(" ", differences)
              + " See "
              + log
              + ".");
    }
    results.write(runFolder.resolve("jmh.json"));
  }

  private static Collection<RunResult> runFork(
      ThroughputBudget budget, Row row, ForkWatch watch, Path log) throws InterruptedException {
    try {
      return new Runner(options(budget, row), watch).run();
    } catch (RunnerException e) {
      // JMH leaves a fork running when its own waiting fails.
      endForks();
      if (Thread.interrupted() || wasInterrupted(e)) {
        InterruptedException interrupt =
            new InterruptedException("The benchmarks were interrupted.");
        interrupt.initCause(e);
        throw interrupt;
      }
      throw new MeasurementException(
          "%s failed: %s. See %s.".formatted(row, rootMessage(e), log), e);
    }
  }

  private static Options options(ThroughputBudget budget, Row row) {
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .include("^" + Pattern.quote(row.benchmark()) + "$")
            .threads(row.threads())
            .forks(1)
            .warmupIterations(budget.warmUps())
            .warmupTime(TimeValue.milliseconds(budget.warmUpMillis()))
            .measurementIterations(budget.iterations())
            .measurementTime(TimeValue.milliseconds(budget.iterationMillis()))
            .timeout(ITERATION_TIMEOUT)
            .jvm(MeasuredJvm.launcher())
            .jvmArgs(MeasuredJvm.FLAGS.toArray(String[]::new))
            .addProfiler(CpusProfiler.class)
            .shouldFailOnError(true);
    if (!row.design().isEmpty()) {
      builder.param("design", row.design());
    }
    if (row.timers() > 0) {
      builder.param("timers", String.valueOf(row.timers()));
    }
    return builder.build();
  }

  private static void endForks() {
    ProcessHandle.current()
        .children()
        .filter(Benchmarks::isFork)
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean isFork(ProcessHandle child) {
    return child
        .info()
        .arguments()
        .map(arguments -> List.of(arguments).contains("org.openjdk.jmh.runner.ForkedMain"))
        .orElse(false);
  }

  private static boolean wasInterrupted(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof InterruptedException) {
        return true;
      }
      for (Throwable suppressed : t.getSuppressed()) {
        if (wasInterrupted(suppressed)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * What went wrong in the fork: JMH wraps it, and hands exceptions of several threads over as
   * suppressed ones.
   */
  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    Throwable next = thrown;
    while (next != null) {
      root = next;
      @Nullable Throwable cause = root.getCause();
      next = cause == null && root.getSuppressed().length > 0 ? root.getSuppressed()[0] : cause;
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getName() : message.replaceAll("\\.$", "");
  }
}
