package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

final class ForkResultsTest {
  private static final Row PLANNED = new Row("a.Bench.find", "RfcHash", 512, 2);

  private final ForkResults results = new ForkResults();

  @Test
  void acceptsWhatWasPlanned() {
    results.add(List.of(run("RfcHash", 1), run("RfcHash", 2)));

    assertThat(results.differencesTo(Map.of(PLANNED, 3))).isEmpty();
  }

  @Test
  void namesARowThatIsMissing() {
    assertThat(results.differencesTo(Map.of(PLANNED, 3)))
        .containsExactly("Bench.find of RfcHash with 512 timers at 2 threads has 0 of 3 forks.");
  }

  @Test
  void namesARowThatLacksAFork() {
    results.add(List.of(run("RfcHash", 2)));

    assertThat(results.differencesTo(Map.of(PLANNED, 3)))
        .containsExactly("Bench.find of RfcHash with 512 timers at 2 threads has 2 of 3 forks.");
  }

  @Test
  void namesARowThatNobodyAskedFor() {
    results.add(List.of(run("RfcHash", 1), run("Other", 1)));

    assertThat(results.differencesTo(Map.of(PLANNED, 1)))
        .containsExactly("Bench.find of Other with 512 timers at 2 threads was not planned.");
  }

  private static RunResult run(String design, int forks) {
    WorkloadParams workload = new WorkloadParams();
    workload.put("design", design, 0);
    workload.put("timers", "512", 1);
    IterationParams iteration =
        new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.milliseconds(1), 1);
    BenchmarkParams params =
        new BenchmarkParams(
            "a.Bench.find",
            "generated",
            true,
            2,
            new int[] {1},
            List.of(),
            1,
            0,
            iteration,
            iteration,
            Mode.Throughput,
            workload,
            TimeUnit.SECONDS,
            1,
            "java",
            List.of(),
            "17",
            "vm",
            "17",
            "1.37",
            TimeValue.seconds(1));
    return new RunResult(
        params,
        IntStream.range(0, forks).mapToObj(i -> new BenchmarkResult(params, List.of())).toList());
  }
}
