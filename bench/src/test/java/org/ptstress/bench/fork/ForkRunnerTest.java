package org.ptstress.bench.fork;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.bench.jvm.MeasuredJvm;
import org.ptstress.bench.plan.BriefBudgets;
import org.ptstress.bench.plan.Threads;
import org.ptstress.bench.plan.ThroughputPlan;
import org.ptstress.run.measurement.Row;

final class ForkRunnerTest {
  @TempDir private Path folder = Path.of("");

  /**
   * JMH forgets it where it waits for a fork's last results, which no test hits for sure; here its
   * output does.
   */
  @Test
  void isInterruptedAlsoWhereJmhForgetsTheInterrupt() throws Exception {
    ThroughputPlan plan =
        new ThroughputPlan(BriefBudgets.finds(Threads.ONE, 0), List.of("RcuHash"), 1);
    Path log = folder.resolve("jmh.log");
    OutputStream forgetful =
        new OutputStream() {
          @Override
          public void write(int b) {
            Thread.interrupted();
          }
        };
    try (ClassArchive archive =
        ClassArchive.of(
            MeasuredJvm.classPath(), plan.forks().get(0), folder.resolve("c.jsa"), log)) {
      ForkRunner runner = new ForkRunner(plan.times(), List.of(), archive, log);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> runner.run(plan.forks().get(0), forgetful))
          .isInstanceOf(InterruptedException.class);
    }
  }

  /** JMH's lock file may belong to another user, or to another run. */
  @Test
  void runsBesideWhoHoldsTheLockOfJmh() throws Exception {
    ThroughputPlan plan =
        new ThroughputPlan(BriefBudgets.finds(Threads.ONE, 0), List.of("RcuHash"), 1);
    Path log = folder.resolve("jmh.log");
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
    Row row = plan.forks().get(0);
    try (FileChannel channel = FileChannel.open(file, WRITE, CREATE);
        ClassArchive archive =
            ClassArchive.of(MeasuredJvm.classPath(), row, folder.resolve("c.jsa"), log)) {
      // Of this JVM or of another that tests beside it: held it is.
      channel.tryLock();
      ForkRunner runner = new ForkRunner(plan.times(), List.of(), archive, log);
      assertThat(runner.run(row)).isNotEmpty();
    }
  }
}
