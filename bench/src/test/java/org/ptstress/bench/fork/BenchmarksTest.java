package org.ptstress.bench.fork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.bench.OutsideTables;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.bench.plan.BriefBudgets;
import org.ptstress.bench.plan.ForkTime;
import org.ptstress.bench.plan.Series;
import org.ptstress.bench.plan.Threads;
import org.ptstress.bench.plan.ThroughputBudget;
import org.ptstress.bench.plan.ThroughputPlan;
import org.ptstress.bench.plan.Workloads;
import org.ptstress.run.process.ProcessEnd;
import org.ptstress.run.process.ProgressListener;

final class BenchmarksTest {
  private static final int CPUS = 2;

  @TempDir private Path folder = Path.of("");

  @Test
  void writesEveryRowWithFailuresAndCpuTime() throws IOException, InterruptedException {
    ThroughputPlan plan =
        new ThroughputPlan(BriefBudgets.everyBenchmark(), List.of("BucketLockHash"), CPUS);
    List<Long> steps = new ArrayList<>();

    Benchmarks.run(plan, folder, List.of("gc"), (done, total, what) -> steps.add(total - done));

    JsonNode rows = new ObjectMapper().readTree(folder.resolve("jmh.json").toFile());
    assertThat(rows).hasSameSizeAs(plan.forksOfRows().keySet());
    for (JsonNode row : rows) {
      assertThat(row.path("primaryMetric").path("score").asDouble()).as("%s", row).isPositive();
      assertThat(row.path("primaryMetric").path("rawData")).hasSize(1);
      assertThat(row.path("forks").asInt()).isEqualTo(1);
      if (Files.exists(Path.of("/proc/self/task"))) {
        assertThat(row.path("secondaryMetrics").path("cpus").path("score").asDouble()).isPositive();
      }
      if (row.path("mode").asText().equals("thrpt") && row.path("params").has("design")) {
        JsonNode failed = row.path("secondaryMetrics").path("failed");
        assertThat(failed.path("score").asDouble(Double.NaN)).isZero();
      }
    }
    assertThat(steps).startsWith(15L).endsWith(0L).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(folder.resolve("logs/jmh.log")).content().contains("FindBenchmark.find");
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    // That a find allocates nothing is counted elsewhere: here the harness shares so few operations
    // on a busy machine that each seems to.
    assertThat(secondary("FindBenchmark.find", 1, "gc.alloc.rate.norm")).isNotNaN();
    assertThat(secondary("CreateDeleteBenchmark.createDelete", 2, "gc.alloc.rate.norm"))
        .isGreaterThan(16);
    // 1,000 timers are more than 16 bytes each, and the 2,048 of the other set need more.
    double few = secondary("RestoreBenchmark.createDeleteLoop", 1, RetainedProfiler.RETAINED);
    assertThat(few).isGreaterThan(16_000);
    assertThat(secondary("RestoreBenchmark.exactIds", 1, RetainedProfiler.RETAINED))
        .isGreaterThan(few);
  }

  /** Beside as many busy threads as there are CPUs nobody has them all. */
  @Test
  void rerunsStolenForksWithinTheBudgetAndCountsThem() throws IOException, InterruptedException {
    if (!Files.exists(Path.of("/proc/self/schedstat"))) {
      // Then nobody can tell.
      return;
    }
    int threads = Runtime.getRuntime().availableProcessors();
    ThroughputPlan plan =
        new ThroughputPlan(BriefBudgets.sharedFinds(2), List.of("RcuHash"), threads);
    List<Long> left = new ArrayList<>();

    try (BusyThreads busy = new BusyThreads()) {
      assertThat(busy).isNotNull();
      Benchmarks.run(plan, folder, List.of(), (done, total, what) -> left.add(total - done));
    }

    assertThat(left).startsWith(1L).endsWith(0L).hasSize(1 + 1 + 2);
    JsonNode find = rowOf("FindBenchmark.find", threads);
    assertThat(find.path("primaryMetric").path("rawData")).hasSize(1);
    assertThat(find.path("secondaryMetrics").path("stolen").path("score").asInt()).isOne();
    assertThat(find.path("secondaryMetrics").path("dropped").path("score").asInt()).isEqualTo(2);
    assertThat(folder.resolve("logs/jmh.log"))
        .content()
        .contains("Stolen: a fork of FindBenchmark.find of RcuHash with 64 timers at " + threads);
  }

  private double secondary(String benchmark, int threads, String name) throws IOException {
    return rowOf(benchmark, threads)
        .path("secondaryMetrics")
        .path(name)
        .path("score")
        .asDouble(Double.NaN);
  }

  private JsonNode rowOf(String benchmark, int threads) throws IOException {
    for (JsonNode row : new ObjectMapper().readTree(folder.resolve("jmh.json").toFile())) {
      if (row.path("benchmark").asText().endsWith(benchmark)
          && row.path("threads").asInt() == threads) {
        return row;
      }
    }
    throw new AssertionError("There is no " + benchmark + " at " + threads + " threads.");
  }

  @Test
  void aForkThatFailsCostsItsRowAlone() throws IOException, InterruptedException {
    ThroughputPlan plan =
        new ThroughputPlan(
            BriefBudgets.finds(Threads.ONE, 0), List.of("NoSuchDesign", "RcuHash"), CPUS);

    List<FailedRow> failed = Benchmarks.run(plan, folder, List.of(), ProgressListener.NONE);

    assertThat(failed).hasSize(1);
    assertThat(failed.get(0).row().design()).isEqualTo("NoSuchDesign");
    assertThat(failed.get(0).reason())
        .startsWith("FindBenchmark.find of NoSuchDesign with 64 timers at 1 thread failed")
        .contains("Unknown design", folder.resolve("logs/jmh.log").toString());
    assertThat(folder.resolve("jmh.json")).content().contains("RcuHash").doesNotContain("NoSuch");
  }

  @Test
  void withoutAnyRowThereIsNoFile() throws IOException, InterruptedException {
    ThroughputPlan alone =
        new ThroughputPlan(BriefBudgets.finds(Threads.ONE, 0), List.of("NoSuchDesign"), CPUS);

    assertThat(Benchmarks.run(alone, folder, List.of(), ProgressListener.NONE)).hasSize(1);
    assertThat(folder.resolve("jmh.json")).doesNotExist();
  }

  /** What a design from another jar would do: each as its author may write it by mistake. */
  @Test
  void judgesDesignsThatSleepForgetThrowOrHalt() throws Exception {
    ThroughputPlan plan =
        new ThroughputPlan(
            new ThroughputBudget(
                List.of(
                    Series.of(
                        Workloads.FIND,
                        List.of(Map.of("timers", "64"), Map.of("timers", "2000")),
                        Threads.ONE,
                        1,
                        new ForkTime(1, 50, 2, 100))),
                2),
            List.of("Sleeps", "Forgets", "Throws", "Halts", "RcuHash"),
            CPUS);
    Path services = folder.resolve("outside");
    List<FailedRow> failed =
        OutsideTables.callWith(
            services, () -> Benchmarks.run(plan, folder, List.of(), ProgressListener.NONE));

    assertThat(failed)
        .extracting(row -> row.row().toString())
        .containsExactly(
            "FindBenchmark.find of Halts with 64 timers at 1 thread",
            "FindBenchmark.find of Throws with 2000 timers at 1 thread",
            "FindBenchmark.find of Halts with 2000 timers at 1 thread");
    assertThat(failed.get(1).reason()).contains("too many timers");
    assertThat(failed.get(0).reason()).contains("Halts with 64 timers at 1 thread");
    awaitEnd(services.resolve("META-INF/services").resolve(OutsideTables.Halts.LEFT));
    assertThat(score("Forgets", 64, "failed")).isZero();
    assertThat(score("Forgets", 2_000, "failed")).isPositive();
    assertThat(score("Throws", 64, "failed")).isZero();
    if (Files.exists(Path.of("/proc/self/schedstat"))) {
      // So few that it would be no sample, had somebody else taken them.
      assertThat(score("Sleeps", 64, "cpus")).isLessThan(0.9);
    }
  }

  /**
   * The designs print as much as they can; a fork without a limit writes some hundred megabytes.
   */
  @Test
  void keepsNoMoreOfWhatADesignPrintsThanAPersonReads() throws Exception {
    PrintStream terminal = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      ThroughputPlan plan =
          new ThroughputPlan(
              BriefBudgets.finds(Threads.ONE, 0),
              List.of("Prints", "PrintsPastJava", "RcuHash"),
              CPUS);
      List<FailedRow> failed =
          OutsideTables.callWith(
              folder.resolve("outside"),
              () -> Benchmarks.run(plan, folder, List.of(), ProgressListener.NONE));
      assertThat(failed).isEmpty();
    } finally {
      System.setOut(terminal);
    }
    assertThat(printed.size()).isZero();
    assertThat(score("Prints", 64, "failed")).isZero();
    Path log = folder.resolve("logs/jmh.log");
    assertThat(Files.size(log)).isLessThan(4 * MeasuredJvm.OUTPUT_LIMIT);
    assertThat(log).content().contains("bytes of output are left out", "RcuHash");
  }

  /** Waits for the end of the process that a halting design left behind in the last fork. */
  private static void awaitEnd(Path pid) throws IOException, InterruptedException {
    if (!Files.exists(Path.of("/proc/self/environ"))) {
      // Then nobody can tell where it comes from.
      return;
    }
    long id = Long.parseLong(Files.readString(pid));
    while (ProcessHandle.of(id).filter(ProcessHandle::isAlive).isPresent()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private double score(String design, int timers, String name) throws IOException {
    for (JsonNode row : new ObjectMapper().readTree(folder.resolve("jmh.json").toFile())) {
      if (row.at("/params/design").asText().equals(design)
          && row.at("/params/timers").asInt() == timers) {
        return row.path("secondaryMetrics").path(name).path("score").asDouble(Double.NaN);
      }
    }
    throw new AssertionError("There is no row of " + design + " with " + timers + " timers.");
  }

  @Test
  void endsItsForksAndWritesNothingWhenInterrupted() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    ThroughputBudget endless =
        new ThroughputBudget(
            List.of(
                Series.of(
                    Workloads.FIND,
                    List.of(Map.of("timers", "64")),
                    Threads.ONE,
                    1,
                    new ForkTime(1, 10, 1, 30_000))),
            0);
    ThroughputPlan plan = new ThroughputPlan(endless, List.of("RcuHash"), CPUS);
    Thread runner =
        new Thread(
            () -> {
              try {
                Benchmarks.run(plan, folder, List.of(), ProgressListener.NONE);
              } catch (IOException | InterruptedException | RuntimeException e) {
                thrown.set(e);
              }
            });
    Set<ProcessHandle> before = children();
    runner.start();
    Path log = folder.resolve("logs/jmh.log");
    while (!Files.exists(log) || !Files.readString(log).contains("Warmup Iteration")) {
      assertThat(runner.isAlive()).isTrue();
      TimeUnit.MILLISECONDS.sleep(10);
    }
    Set<ProcessHandle> forks = children();
    forks.removeAll(before);
    assertThat(forks).isNotEmpty();

    runner.interrupt();
    runner.join();

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    for (ProcessHandle fork : forks) {
      ProcessEnd.await(fork);
    }
    assertThat(folder.resolve("jmh.json")).doesNotExist();
  }

  private static Set<ProcessHandle> children() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
      return children.collect(Collectors.toCollection(HashSet::new));
    }
  }
}
