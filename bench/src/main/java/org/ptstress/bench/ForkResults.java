package org.ptstress.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;

/** Gathers the forks of a run into one result a row, as if JMH had run them one after the other. */
final class ForkResults {
  private final Map<Row, List<RunResult>> forks = new LinkedHashMap<>();

  /** Adds what JMH returned for a fork. */
  void add(Collection<RunResult> runs) {
    for (RunResult fork : runs) {
      forks.computeIfAbsent(Row.of(fork.getParams()), row -> new ArrayList<>()).add(fork);
    }
  }

  /**
   * Holds the forks against the plan.
   *
   * @param expected how many forks each row must have
   * @return a sentence for each difference; empty if there is none
   */
  List<String> differencesTo(Map<Row, Integer> expected) {
    List<String> differences = new ArrayList<>();
    expected.forEach(
        (row, wanted) -> {
          int found = forksOf(row);
          if (found != wanted) {
            differences.add("%s has %d of %d forks.".formatted(row, found, wanted));
          }
        });
    forks.keySet().stream()
        .filter(row -> !expected.containsKey(row))
        .forEach(row -> differences.add(row + " was not planned."));
    return differences;
  }

  private int forksOf(Row row) {
    return forks.getOrDefault(row, List.of()).stream()
        .mapToInt(run -> run.getBenchmarkResults().size())
        .sum();
  }

  /**
   * Writes all rows in JMH's JSON format.
   *
   * @param file the file; it appears only when it is complete
   * @throws IOException if it cannot be written
   */
  void write(Path file) throws IOException {
    List<RunResult> rows = forks.values().stream().map(ForkResults::merge).toList();
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

  private static RunResult merge(List<RunResult> runs) {
    List<BenchmarkResult> all =
        runs.stream().flatMap(run -> run.getBenchmarkResults().stream()).toList();
    return new RunResult(withForks(runs.get(0).getParams(), all.size()), all);
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
