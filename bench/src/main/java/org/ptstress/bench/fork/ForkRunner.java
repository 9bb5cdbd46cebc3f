package org.ptstress.bench.fork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.ptstress.bench.benchmark.ReadersWriterBenchmark;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.bench.jvm.MeasurementException;
import org.ptstress.bench.plan.ForkTime;
import org.ptstress.bench.plan.Workloads;
import org.ptstress.run.measurement.Row;
import org.ptstress.run.process.BoundedLog;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.ChildMark;
import org.ptstress.run.process.ParentWatch;
import org.ptstress.run.process.ProcessTree;

/** Runs JMH forks sequentially. */
final class ForkRunner {
  /** Far above the longest iteration; reached only by a design that hangs. */
  private static final TimeValue ITERATION_TIMEOUT = TimeValue.seconds(60);

  /** One of 63 threads that fill mainline's table took three minutes in the letter of 2025. */
  private static final TimeValue SHOT_TIMEOUT = TimeValue.minutes(10);

  static {
    // JMH's lock ends the second of two runs, and all but the first user's; MachineLock waits.
    // JMH reads the property once, with its class Runner.
    System.setProperty(MeasuredJvm.IGNORE_LOCK, "true");
  }

  private final Map<Row, ForkTime> times;
  private final List<String> profilers;
  private final List<String> jvmArgs;
  private final Path log;

  /**
   * Makes a runner.
   *
   * @param times how long a fork of each row takes
   * @param profilers further profilers, as JMH's option -prof takes them
   * @param archive the classes of the forks
   * @param log gets what JMH and the forks print, up to a limit for each, behind what is there
   */
  ForkRunner(Map<Row, ForkTime> times, List<String> profilers, ClassArchive archive, Path log) {
    this.times = Map.copyOf(times);
    this.profilers = List.copyOf(profilers);
    this.jvmArgs =
        Stream.of(
                MeasuredJvm.FLAGS,
                archive.jvmArgs(),
                List.of(
                    ParentWatch.jvmArg(),
                    ForkOutput.jvmArg(log),
                    "-XX:ErrorFile=" + log.toAbsolutePath().resolveSibling("hs_err_pid%p.log")))
            .flatMap(List::stream)
            .toList();
    this.log = log;
  }

  /**
   * Runs one fork to its end.
   *
   * @param row the measured row
   * @return its result
   * @throws MeasurementException if it fails; the message names benchmark, design and log
   * @throws IOException if the log cannot be written
   * @throws InterruptedException if the calling thread is interrupted; the fork is ended
   */
  Collection<RunResult> run(Row row) throws IOException, InterruptedException {
    try (BoundedLog output = new BoundedLog(log, MeasuredJvm.OUTPUT_LIMIT)) {
      return run(row, output);
    }
  }

  /** Runs a fork with another place for the output, which JMH closes. */
  Collection<RunResult> run(Row row, OutputStream output) throws InterruptedException {
    OutputFormat format =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(output, true, UTF_8), VerboseMode.NORMAL);
    // Runs in a thread of its own: JMH loses an interrupt that comes while it waits for the last
    // results of a fork, and would go on, far past the deadline of a run.
    ProcessTree before = ProcessTree.now();
    ChildMark mark = ChildMark.fresh();
    FutureTask<Collection<RunResult>> jmh =
        new FutureTask<>(() -> new Runner(options(row, mark), format).run());
    Thread worker = new Thread(jmh, "jmh");
    worker.start();
    try {
      Collection<RunResult> results = jmh.get();
      if (results.isEmpty()) {
        // JMH takes a fork that ends its JVM with status 0 for one that has nothing to tell.
        throw new MeasurementException("%s measured nothing. See %s.".formatted(row, log));
      }
      return results;
    } catch (InterruptedException e) {
      end(worker, before);
      throw e;
    } catch (ExecutionException e) {
      // JMH leaves a fork running when its own waiting fails.
      before.killNew();
      if (Thread.interrupted()) {
        // An interrupt also kills the forks; their exit may be reported first.
        InterruptedException interrupt =
            new InterruptedException("The benchmarks were interrupted.");
        interrupt.initCause(e);
        throw interrupt;
      }
      throw new MeasurementException(
          "%s failed: %s. See %s.".formatted(row, rootMessage(e), log), e);
    } finally {
      mark.kill();
    }
  }

  /** Ends forks until JMH gives up: it may be about to start one. */
  private static void end(Thread worker, ProcessTree before) {
    boolean interrupted = false;
    while (worker.isAlive()) {
      before.killNew();
      try {
        worker.join(100);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Options options(Row row, ChildMark mark) {
    ForkTime time = requireNonNull(times.get(row));
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .include("^" + Pattern.quote(row.benchmark()) + "$")
            .threads(row.threads())
            .forks(1)
            .warmupIterations(time.warmUps())
            .warmupTime(TimeValue.milliseconds(time.warmUpMillis()))
            .measurementIterations(time.iterations())
            .measurementTime(TimeValue.milliseconds(time.iterationMillis()))
            .timeout(Workloads.isShot(row) ? SHOT_TIMEOUT : ITERATION_TIMEOUT)
            .jvm(ChildJvm.java())
            .jvmArgs(jvmArgs.toArray(String[]::new))
            .jvmArgsAppend(
                Workloads.isShot(row) ? MeasuredJvm.ROOM.toArray(String[]::new) : new String[0])
            .addProfiler(CpusProfiler.class)
            .addProfiler(ForkMark.class, ForkMark.options(mark))
            .shouldFailOnError(true);
    List<Integer> groups = ReadersWriterBenchmark.groups(row);
    if (!groups.isEmpty()) {
      builder.threadGroups(groups.stream().mapToInt(Integer::intValue).toArray());
    }
    row.params().forEach(builder::param);
    if (Workloads.isRestore(row)) {
      builder.addProfiler(RetainedProfiler.class);
    }
    for (String profiler : profilers) {
      String[] nameAndOptions = profiler.split(":", 2);
      builder.addProfiler(nameAndOptions[0], nameAndOptions.length > 1 ? nameAndOptions[1] : "");
    }
    return builder.build();
  }

  /**
   * The cause of the failure: JMH wraps it, and hands exceptions of several threads over as
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
