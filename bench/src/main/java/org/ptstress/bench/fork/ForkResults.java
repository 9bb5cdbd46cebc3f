package org.ptstress.bench.fork;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.measurement.Row;

/**
 * Gathers the forks of a run into one result a row, as if JMH had run them one after the other.
 *
 * <p>A row consists of the forks that {@link ForkSelection#samples} keeps, and says so in two
 * secondary results, which are missing where the kernel does not account for CPU time:
 *
 * <ul>
 *   <li>{@code stolen}: how many of the row's forks are stolen and kept all the same: 0, or all of
 *       them, and then the score is no measurement.
 *   <li>{@code dropped}: how many stolen forks ran besides, and are not in the row.
 * </ul>
 */
final class ForkResults {
  private final Map<Row, List<Fork>> forks = new LinkedHashMap<>();

  /** Adds what JMH returned for a fork. */
  void add(Collection<RunResult> runs) {
    for (RunResult run : runs) {
      Fork fork = Fork.of(run);
      forks.computeIfAbsent(fork.row(), row -> new ArrayList<>()).add(fork);
    }
  }

  /** Forgets the forks of a row that failed: nothing can be said of a part of it. */
  void drop(Row row) {
    forks.remove(row);
  }

  /** Whether no row has a fork. */
  boolean isEmpty() {
    return forks.isEmpty();
  }

  /** All forks of each row, in the order in which they ran. */
  Map<Row, List<Fork>> forks() {
    return forks;
  }

  /**
   * Holds the forks against those that were started.
   *
   * @param expected the number of forks that each row must have, with those to drop
   * @return a sentence for each difference; empty if there is none
   */
  List<String> differencesTo(Map<Row, Integer> expected) {
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (row, wanted) -> {
          int found = forksOf(row);
          if (found != wanted) {
            differences.add(
                String.format(Locale.ROOT, "%s has %d of %d forks.", row, found, wanted));
          }
        });
    forks.keySet().stream()
        .filter(row -> !expected.containsKey(row))
        .forEach(row -> differences.add(row + " was not planned."));
    return differences;
  }

  private int forksOf(Row row) {
    return forks.getOrDefault(row, List.of()).stream()
        .mapToInt(fork -> fork.result().getBenchmarkResults().size())
        .sum();
  }

  /**
   * Reports stolen forks.
   *
   * @return a sentence for each, in the order of the rows
   */
  List<String> stolen() {
    return forks.entrySet().stream()
        .flatMap(
            row ->
                row.getValue().stream()
                    .filter(Fork::isStolen)
                    .map(
                        fork ->
                            String.format(
                                Locale.ROOT,
                                "Stolen: a fork of %s had %.2f CPUs.",
                                row.getKey(),
                                fork.cpus())))
        .toList();
  }

  /**
   * Writes all rows in JMH's JSON format.
   *
   * @param wanted the number of forks that were planned for each row
   * @param file the file; it appears only when it is complete
   * @throws IOException if it cannot be written
   */
  void write(Map<Row, Integer> wanted, Path file) throws IOException {
    List<RunResult> rows =
        forks.entrySet().stream()
            .map(row -> merge(row.getValue(), wanted.getOrDefault(row.getKey(), 0)))
            .toList();
    WholeFile.write(
        file,
        out -> {
          PrintStream printer = new PrintStream(out, false, StandardCharsets.UTF_8);
          ResultFormatFactory.getInstance(ResultFormatType.JSON, printer).writeOut(rows);
          // A print stream swallows errors; ask it before the file counts as complete.
          if (printer.checkError()) {
            throw new IOException("JMH's results cannot be written to " + file + ".");
          }
        });
  }

  private static RunResult merge(List<Fork> forks, int wanted) {
    List<Fork> samples = ForkSelection.samples(forks, wanted);
    List<BenchmarkResult> all = new ArrayList<>();
    for (Fork sample : samples) {
      for (BenchmarkResult result : sample.result().getBenchmarkResults()) {
        all.add(
            new BenchmarkResult(
                result.getParams(), result.getIterationResults(), result.getMetadata()));
      }
    }
    if (forks.stream().allMatch(Fork::isAccounted)) {
      long stolen = samples.stream().filter(Fork::isStolen).count();
      all.get(0).addBenchmarkResult(count("stolen", stolen));
      all.get(0).addBenchmarkResult(count("dropped", forks.size() - samples.size()));
    }
    return new RunResult(withForks(forks.get(0).result().getParams(), all.size()), all);
  }

  private static ScalarResult count(String name, long forks) {
    return new ScalarResult(name, forks, "forks", AggregationPolicy.SUM);
  }

  /** A copy that says how many forks there were in all: JMH was asked for one at a time. */
  private static BenchmarkParams withForks(BenchmarkParams params, int forks) {
    WorkloadParams workload = new WorkloadParams();
    int order = 0;
    for (String key : params.getParamsKeys()) {
      workload.put(key, params.getParam(key), order++);
    }
    return new BenchmarkParams(
        params.getBenchmark(),
        params.generatedBenchmark(),
        params.shouldSynchIterations(),
        params.getThreads(),
        params.getThreadGroups(),
        params.getThreadGroupLabels(),
        forks,
        params.getWarmupForks(),
        params.getWarmup(),
        params.getMeasurement(),
        params.getMode(),
        workload,
        params.getTimeUnit(),
        params.getOpsPerInvocation(),
        params.getJvm(),
        params.getJvmArgs(),
        params.getJdkVersion(),
        params.getVmName(),
        params.getVmVersion(),
        params.getJmhVersion(),
        params.getTimeout());
  }
}
