package org.ptstress.bench.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.bench.jvm.MeasurementException;
import org.ptstress.bench.plan.ThroughputBudget;
import org.ptstress.bench.plan.ThroughputPlan;
import org.ptstress.bench.plan.Workloads;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.measurement.Row;
import org.ptstress.run.process.ChildStart;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Profile;

/** Measures throughput with JMH and writes {@code jmh.json}. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * The kind of child that measures.
   *
   * @return to be tried before
   */
  public static ChildStart childStart() {
    return ChildStart.plain("the measurements", MeasuredJvm.FLAGS);
  }

  /**
   * Runs every benchmark on every design, at one thread and at as many as there are CPUs. Forks
   * whose CPUs were stolen are run once more, within the budget. Blocking; takes what the profile
   * says. If the calling thread is interrupted, the forks are ended, and what is written is what
   * was measured before.
   *
   * @param profile the time budget
   * @param designs names of designs of the catalogue, at least one
   * @param runFolder where {@code jmh.json} and {@code logs/jmh.log} go
   * @param profilers further profilers of JMH, as its option -prof takes them
   * @param progress told after each fork
   * @return the rows with a fork that failed, which are not in {@code jmh.json}; without any other
   *     there is no such file
   * @throws MeasurementException if a row is missing; the message names benchmark, design and log
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static List<FailedRow> run(
      Profile profile,
      List<String> designs,
      Path runFolder,
      List<String> profilers,
      ProgressListener progress)
      throws IOException, InterruptedException {
    List<String> all =
        Stream.concat(profilers(profile).stream(), profilers.stream()).distinct().toList();
    return run(plan(profile, designs), runFolder, all, progress);
  }

  /** Bytes allocated, where there is time for JMH's profiler. */
  private static List<String> profilers(Profile profile) {
    return profile == Profile.STANDARD || profile == Profile.TOUGH ? List.of("gc") : List.of();
  }

  private static ThroughputPlan plan(Profile profile, List<String> designs) {
    int cpus = Runtime.getRuntime().availableProcessors();
    return new ThroughputPlan(ThroughputBudget.of(profile), designs, cpus);
  }

  /**
   * The speeds that a run on this machine measures of some designs.
   *
   * @param profile the time budget
   * @param designs names of designs
   * @return each row once, without what is measured once for all designs, and without single shots
   */
  public static List<Row> rows(Profile profile, List<String> designs) {
    return plan(profile, designs).forksOfRows().keySet().stream()
        .filter(row -> !row.design().isEmpty() && !Workloads.isShot(row))
        .toList();
  }

  static List<FailedRow> run(
      ThroughputPlan plan, Path runFolder, List<String> profilers, ProgressListener progress)
      throws IOException, InterruptedException {
    Path log = Files.createDirectories(runFolder.resolve("logs")).resolve("jmh.log");
    Files.deleteIfExists(log);
    Path file = runFolder.resolve("jmh.json");
    ForkResults results = new ForkResults();
    ForkQueue queue = new ForkQueue(plan);
    RowFailures failures = new RowFailures();
    try (ClassArchive archive =
        ClassArchive.of(
            MeasuredJvm.classPath(), plan.forks().get(0), runFolder.resolve("classes.jsa"), log)) {
      ForkRunner runner = new ForkRunner(plan.times(), profilers, archive, log);
      int done = 0;
      progress.progress(0, queue.left(results), "forks");
      for (Optional<Row> row = queue.next(results); row.isPresent(); row = queue.next(results)) {
        run(row.get(), runner, results, queue, failures);
        done++;
        progress.progress(done, done + queue.left(results), "forks");
      }
      check(results, queue, log);
      if (!results.isEmpty()) {
        results.write(plan.forksOfRows(), file);
      }
      for (String sentence : results.stolen()) {
        WholeFile.append(log, sentence + "\n");
      }
    }
    return failures.rows();
  }

  private static void run(
      Row row, ForkRunner runner, ForkResults results, ForkQueue queue, RowFailures failures)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    if (!failures.rules(row)) {
      try {
        results.add(runner.run(row));
        return;
      } catch (MeasurementException e) {
        failures.add(row, e, Duration.ofNanos(System.nanoTime() - start));
      }
    }
    results.drop(row);
    queue.giveUp(row);
  }

  private static void check(ForkResults results, ForkQueue queue, Path log) {
    List<String> differences = results.differencesTo(queue.started());
    if (!differences.isEmpty()) {
      throw new MeasurementException(
          "JMH's results do not match the plan: "
              + String.join(" ", differences)
              + " See "
              + log
              + ".");
    }
  }
}
