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
import org.junit.jupiter.api.parallel.Isolated;
import org.ptstress.reports.gate.GateReport;

/**
 * Two versions of a design of one's own, compared as their author would, and two shipped jars; with
 * brief forks and a margin that no noise reaches, so that eight pairs decide.
 */
@Isolated("it measures")
class JarGateIT {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private static Path temp;

  private static Path old = Path.of("");
  private static Path slow = Path.of("");

  @BeforeAll
  static void pack() throws IOException {
    old = DesignJar.of(Files.createDirectory(temp.resolve("old")), DesignJar.example());
    String source =
        DesignJar.example(
            "KTimer timer = timers.get(",
            "for (int i = 0; i < 64; i++) { if (timers.get(new Key(owner.address(), ~i)) != null) return null; }"
                + " KTimer timer = timers.get(");
    slow = DesignJar.of(Files.createDirectory(temp.resolve("slow")), source);
  }

  @Test
  void aSlowerVersionRegressedAndOtherProgramsCanReadIt() throws Exception {
    Path history = temp.resolve("history.jsonl");
    Path junit = temp.resolve("junit.xml");
    PtstressJar.Ended gate =
        gate(
            old,
            slow,
            "--designs",
            "MyTable",
            "--history",
            history.toString(),
            "--junit",
            junit.toString(),
            "--out",
            folder("slower"));
    assertThat(gate.status()).as(gate.output()).isEqualTo(GateReport.REGRESSED);
    assertThat(gate.output()).contains("REGRESSED  FindBenchmark.find").contains("Report: ");
    assertThat(history).content().contains("\"verdict\":\"REGRESSED\"").contains("baselineForks");
    assertThat(junit).content().contains("failures=\"1\"").contains("<failure message=");
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
    String source =
        DesignJar.example(
            "KTimer timer = timers.get(",
            "if (timers.size() > 100) return null; KTimer timer = timers.get(");
    Path lossy = DesignJar.of(Files.createDirectory(temp.resolve("lossy")), source);
    PtstressJar.Ended gate = gate(old, lossy, "--designs", "MyTable", "--out", folder("lost"));
    assertThat(gate.status()).as(gate.output()).isEqualTo(GateReport.CONTRADICTED);
    assertThat(gate.output()).contains("failed operations a second");
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
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
      while ((!Files.exists(forks) || Files.size(forks) == 0)
          && process.isAlive()
          && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(forks).as(Files.readString(output)).isNotEmptyFile();
      assertThat(forks).content().contains("\"iterations\":[");
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
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
