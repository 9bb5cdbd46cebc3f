package org.ptstress.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.verdict.ExitStatus;

/**
 * A run that is told to stop leaves a readable folder, marked incomplete, and no process behind.
 */
class InterruptIT {
  @Test
  void aStoppedRunIsMarkedIncompleteAndLeavesNoJvm(@TempDir Path temp) throws Exception {
    Path folder = temp.resolve("run");
    Process run =
        PtstressJar.start(
            temp.resolve("out.txt"),
            "run",
            "--designs",
            "GlobalIdr,RfcHash,RcuHash",
            "--out",
            folder.toString());
    await(() -> Files.exists(folder.resolve("checks.json")) && hasForks(run));
    List<ProcessHandle> children = run.descendants().toList();
    assertThat(children).isNotEmpty();

    run.destroy();

    assertThat(run.waitFor(5, TimeUnit.MINUTES)).isTrue();
    await(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(Files.readString(folder.resolve("run.json"), UTF_8)).contains("INCOMPLETE");
    assertThat(temp.resolve("out.txt")).content().contains("checks        done in ");
    assertThat(folder.resolve("checks.json")).isNotEmptyFile();
    // The phase that was stopped keeps what it has, and says of the rest that it was stopped.
    Matcher stopped =
        Pattern.compile("(?m)^(accesses|explorations|races|interleavings) +stopped after ")
            .matcher(Files.readString(temp.resolve("out.txt"), UTF_8));
    assertThat(stopped.find()).isTrue();
    assertThat(folder.resolve(stopped.group(1) + ".json"))
        .content()
        .contains("the run was stopped");

    PtstressJar.Ended report = PtstressJar.run("report", folder.toString());
    assertThat(report.status()).as(report.output()).isZero();
    assertThat(Files.readString(folder.resolve("index.html"), UTF_8))
        .containsIgnoringCase("incomplete");

    PtstressJar.Ended gate =
        PtstressJar.run("gate", "--baseline", "baseline", "--candidate", folder.toString());
    assertThat(gate.status()).as(gate.output()).isEqualTo(ExitStatus.INCOMPLETE);
  }

  private static boolean hasForks(Process run) {
    return run.descendants().findAny().isPresent();
  }

  private static void await(Condition condition) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws IOException;
  }
}
