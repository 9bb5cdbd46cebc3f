package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.verdict.ExitStatus;

/**
 * Two versions of a design of one's own, compared as their author would, and two shipped jars. What
 * a busy machine may leave open is not waited for: {@link JarCostsTest} has the verdicts on speeds.
 */
public class JarGateIT {
  @TempDir private static Path temp;

  private static Path old = Path.of("");
  private static Path costly = Path.of("");

  @BeforeAll
  static void pack() throws IOException {
    old = DesignJar.of(Files.createDirectory(temp.resolve("old")), DesignJar.example());
    costly = jar("costly", "timers.size(); ");
  }

  /** A version with something before its lookup. */
  private static Path jar(String name, String before) throws IOException {
    String lookup = "KTimer timer = timers.get(";
    return DesignJar.of(
        Files.createDirectory(temp.resolve(name)), DesignJar.example(lookup, before + lookup));
  }

  @Test
  void aVersionThatCostsMoreRegressedBeforeAnythingIsTimed() throws Exception {
    PtstressJar.Ended gate = gate(old, costly, "--designs", "MyTable", "--out", folder("costlier"));
    assertThat(gate.status()).as(gate.output()).isEqualTo(ExitStatus.REGRESSED);
    assertThat(gate.output())
        .contains("MyTable: find, 250 timers in 16 buckets: loads ")
        .contains("Table.timers 1 -> 2")
        .contains("speeds were not compared, because the counts already decide");
    assertThat(temp.resolve("costlier/forks.jsonl")).doesNotExist();
  }

  @Test
  void shippedJarsAreMeasuredByPairsUntilTheGateIsStopped() throws Exception {
    Path copy = Files.copy(PtstressJar.path(), temp.resolve("copy.jar"));
    requireForks(
        "gate",
        "--baseline-jar",
        PtstressJar.path().toString(),
        "--candidate-jar",
        copy.toString(),
        "--designs",
        "GlobalIdr");
  }

  @Test
  void aVersionThatLosesTimersBreaksAClaim() throws Exception {
    Path lossy = jar("lossy", "if (timers.size() > 100) return null; ");
    PtstressJar.Ended gate = gate(old, lossy, "--designs", "MyTable", "--out", folder("lost"));
    assertThat(gate.status()).as(gate.output()).isEqualTo(ExitStatus.CONTRADICTED);
    assertThat(gate.output()).contains("failed operations per second");
  }

  /** Starts what would measure for hours, and stops it behind the first forks. */
  private static void requireForks(String... args) throws IOException, InterruptedException {
    Path folder = temp.resolve(args[0]);
    Path forks = folder.resolve("forks.jsonl");
    Path output = temp.resolve(args[0] + ".txt");
    Process process =
        PtstressJar.start(
            output,
            Stream.concat(Stream.of(args), Stream.of("--out", folder.toString()))
                .toArray(String[]::new));
    try {
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
      while ((!Files.exists(forks) || Files.size(forks) == 0)
          && process.isAlive()
          && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(forks).as(Files.readString(output)).isNotEmptyFile();
      assertThat(forks).content().contains("\"iterations\":[");
    } finally {
      process.destroy();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static String folder(String name) {
    return temp.resolve(name).toString();
  }

  private static PtstressJar.Ended gate(Path baseline, Path candidate, String... more)
      throws IOException, InterruptedException {
    String[] args =
        Stream.concat(
                Stream.of(
                    "gate",
                    "--baseline-jar",
                    baseline.toString(),
                    "--candidate-jar",
                    candidate.toString(),
                    "--benchmarks",
                    "find .*512 timers at 1 thread",
                    "--brief",
                    "--margin",
                    "40"),
                Stream.of(more))
            .toArray(String[]::new);
    return PtstressJar.run(args);
  }
}
