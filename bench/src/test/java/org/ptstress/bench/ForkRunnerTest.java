package org.ptstress.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForkRunnerTest {
  @TempDir private Path folder = Path.of("");

  /**
   * JMH forgets it where it waits for a fork's last results, which no test hits for sure; here its
   * output does.
   */
  @Test
  void isInterruptedAlsoWhereJmhForgetsTheInterrupt() throws Exception {
    // JMH refuses to run beside the JMH of another test.
    System.setProperty("jmh.ignoreLock", "true");
    ThroughputPlan plan = new ThroughputPlan(Budgets.finds(Threads.ONE, 0), List.of("RcuHash"), 1);
    Path log = folder.resolve("jmh.log");
    PrintStream forgetful =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) {
                Thread.interrupted();
              }
            });
    try (ClassArchive archive =
        ClassArchive.of(
            MeasuredJvm.classPath(), plan.forks().get(0), folder.resolve("c.jsa"), log)) {
      ForkRunner runner = new ForkRunner(plan.times(), List.of(), archive, forgetful, log);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> runner.run(plan.forks().get(0)))
          .isInstanceOf(InterruptedException.class);
    }
  }
}
