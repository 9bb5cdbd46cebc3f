package org.ptstress.bench.fork;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.bench.OutsideTables;
import org.ptstress.bench.benchmark.RulerBenchmark;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.bench.jvm.MeasurementException;
import org.ptstress.bench.plan.BriefBudgets;
import org.ptstress.bench.plan.ForkTime;
import org.ptstress.run.measurement.Row;

final class JarForksTest {
  private static final ForkTime BRIEF = new ForkTime(1, 10, 3, 10);
  private static final Row ROW = row("GlobalIdr");

  @TempDir private Path folder = Path.of("");

  private static Row row(String design) {
    return new Row(RulerBenchmark.class.getName() + ".find", design, 64, 1);
  }

  private JarForks forks() throws Exception {
    return forks(BRIEF);
  }

  private JarForks forks(ForkTime time) throws Exception {
    return new JarForks(MeasuredJvm.classPath(), ROW, time, "candidate", folder);
  }

  @Test
  void measuresEveryIterationOfAFork() throws Exception {
    try (JarForks forks = forks()) {
      JarForks.Scores scores = forks.run(ROW, Map.of("extra", "4"));
      assertThat(scores.iterations()).hasSize(3).allMatch(score -> score > 1_000);
      assertThat(scores.probes()).hasSize(3).allMatch(nanos -> nanos > 10_000 && nanos < 1e9);
    }
    // A black hole that the JIT knows is for forks only.
    assertThat(folder.resolve("logs/candidate.log"))
        .content()
        .contains("extra = 4", "# Fork: 1 of 1", "# Blackhole mode: compiler");
    assertThat(folder).isDirectoryNotContaining("glob:**.json");
  }

  /** Its result is a file of JMH's, because the jar may be of a version that knows no channel. */
  @Test
  void whatADesignPrintsSpoilsNoResult() throws Exception {
    JarForks.Scores scores =
        OutsideTables.callWith(
            folder.resolve("outside"),
            () -> {
              try (JarForks forks = forks()) {
                return forks.run(row("Floods"), Map.of());
              }
            });
    assertThat(scores.iterations()).hasSize(3).allMatch(score -> score > 1_000);
    Path log = folder.resolve("logs/candidate.log");
    assertThat(Files.size(log)).isLessThan(2 * MeasuredJvm.OUTPUT_LIMIT);
    assertThat(log).content().contains("bytes of output are left out");
  }

  @Test
  void measuresBesideWhoHoldsTheLockOfJmh() throws Exception {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
    try (FileChannel channel = FileChannel.open(file, WRITE, CREATE);
        JarForks forks = forks()) {
      channel.tryLock();
      assertThat(forks.run(ROW, Map.of()).iterations()).hasSize(3);
    }
  }

  @Test
  void besideThievesThreadsDoNotRunInParallel() throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    try (JarForks forks = forks(BriefBudgets.SHARED);
        BusyThreads busy = new BusyThreads()) {
      assertThat(busy).isNotNull();
      Row robbed = new Row(ROW.benchmark(), ROW.design(), 64, threads);
      assertThat(forks.run(robbed, Map.of()).parallel()).isFalse();
    }
  }

  @Test
  void aForkThatFailsIsNamedWithItsLog() throws Exception {
    try (JarForks forks = forks()) {
      assertThatThrownBy(() -> forks.run(row("NoSuchDesign"), Map.of()))
          .isInstanceOf(MeasurementException.class)
          .hasMessageContaining("RulerBenchmark.find of NoSuchDesign with 64 timers at 1 thread")
          .hasMessageContaining("candidate.log");
      Row unknown = new Row("org.ptstress.bench.NoBenchmark.find", "GlobalIdr", 64, 1);
      assertThatThrownBy(() -> forks.run(unknown, Map.of()))
          .isInstanceOf(MeasurementException.class)
          .hasMessageContaining("NoBenchmark.find of GlobalIdr");
    }
  }
}
