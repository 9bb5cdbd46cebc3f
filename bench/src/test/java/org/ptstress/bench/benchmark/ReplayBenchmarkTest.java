package org.ptstress.bench.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What a shot does, in this JVM: nothing is measured. */
public final class ReplayBenchmarkTest {
  private static final int TIMERS = 64;

  private final ReplayBenchmark benchmark = new ReplayBenchmark();

  private static <T extends ReplayBenchmark.Workload> T workload(T table, ReplayOwners owners) {
    table.design = "BucketLockHash";
    table.timers = TIMERS;
    table.owners = owners;
    return table;
  }

  private static ReplayBenchmark.Empty empty(ReplayOwners owners) {
    ReplayBenchmark.Empty table = workload(new ReplayBenchmark.Empty(), owners);
    table.make();
    return table;
  }

  private static ReplayBenchmark.OwnProcess processOn(ReplayBenchmark.Empty table) {
    ReplayBenchmark.OwnProcess own = new ReplayBenchmark.OwnProcess();
    own.fork(table);
    return own;
  }

  private static int live(ReplayBenchmark.Workload table) {
    int[] count = {0};
    table.filled.table().forEach(timer -> count[0]++);
    return count[0];
  }

  @ParameterizedTest
  @EnumSource
  void everyThreadCreatesItsTimers(ReplayOwners owners) {
    ReplayBenchmark.Empty table = empty(owners);
    for (int thread = 0; thread < 2; thread++) {
      ReplayBenchmark.OwnProcess own = processOn(table);

      // Two threads of one process count on; those of two start at 0 both.
      assertThat(benchmark.create(table, own))
          .isEqualTo(
              owners == ReplayOwners.ONE_PROCESS && thread == 1 ? 2 * TIMERS - 1 : TIMERS - 1);
    }
    assertThat(live(table)).isEqualTo(2 * TIMERS);
  }

  @ParameterizedTest
  @EnumSource
  void everyThreadFindsItsTimers(ReplayOwners owners) {
    ReplayBenchmark.Lasting table = workload(new ReplayBenchmark.Lasting(), owners);
    table.make();
    ReplayBenchmark.OwnTimers first = new ReplayBenchmark.OwnTimers();
    ReplayBenchmark.OwnTimers second = new ReplayBenchmark.OwnTimers();
    first.create(table);
    second.create(table);

    assertThat(benchmark.getoverrun(table, first)).isNotNull();
    assertThat(benchmark.getoverrun(table, second))
        .isNotNull()
        .isNotSameAs(benchmark.getoverrun(table, first));
  }

  @ParameterizedTest
  @EnumSource
  void loopsLeaveNoTimer(ReplayOwners owners) {
    ReplayBenchmark.Empty table = empty(owners);
    assertThat(benchmark.createDelete(table, processOn(table))).isEqualTo(TIMERS - 1);
    assertThat(live(table)).isZero();
  }

  @Test
  void baselinesMakeAsManyTimers() {
    ReplayBenchmark.Loose loose = new ReplayBenchmark.Loose();
    loose.timers = TIMERS;
    assertThat(benchmark.baseline(loose)).hasSize(TIMERS).doesNotContainNull();

    RestoreBenchmark.Loose restored = new RestoreBenchmark.Loose();
    restored.ids = RestoreIds.MILLIONS;
    restored.count();
    assertThat(new RestoreBenchmark().baseline(restored)).hasSize(2).doesNotContainNull();
  }

  /** JMH puts the states together in the right order, for two threads at once. */
  @Test
  void jmhRunsThem() throws Exception {
    System.setProperty("jmh.ignoreLock", "true");
    assertThat(
            new Runner(
                    new OptionsBuilder()
                        .include("\\.ReplayBenchmark\\.(?!walk|baseline)")
                        .mode(Mode.SingleShotTime)
                        .param("design", "ProcessIdr")
                        .param("timers", Integer.toString(TIMERS))
                        .param(
                            "owners",
                            Arrays.stream(ReplayOwners.values())
                                .map(ReplayOwners::name)
                                .toArray(String[]::new))
                        .threads(2)
                        .forks(0)
                        .warmupIterations(1)
                        .measurementIterations(1)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run())
        .hasSize(3 * ReplayOwners.values().length)
        .allMatch(run -> run.getPrimaryResult().getScore() > 0);
  }
}
