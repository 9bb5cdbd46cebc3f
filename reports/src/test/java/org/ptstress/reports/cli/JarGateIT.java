package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.ptstress.reports.gate.GateReport;

/** Two versions of a design of one's own, compared as their author would. */
@Tag("tough")
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
            "for (int i = 0; i < 4; i++) { if (timers.get(new Key(owner.address(), ~i)) != null) return null; }"
                + " KTimer timer = timers.get(");
    slow = DesignJar.of(Files.createDirectory(temp.resolve("slow")), source);
  }

  @Test
  void aSlowerVersionRegressedAndOtherProgramsCanReadIt() throws Exception {
    Path history = temp.resolve("history.jsonl");
    Path junit = temp.resolve("junit.xml");
    PtstressJar.Ended gate =
        gate(slow, "--history", history.toString(), "--junit", junit.toString());
    assertThat(gate.status()).as(gate.output()).isEqualTo(GateReport.REGRESSED);
    assertThat(gate.output()).contains("REGRESSED  FindBenchmark.find").contains("Report: ");
    assertThat(history).content().contains("\"verdict\":\"REGRESSED\"").contains("baselineForks");
    assertThat(junit).content().contains("failures=\"1\"").contains("<failure message=");
  }

  @Test
  void theSameVersionDoesNot() throws Exception {
    PtstressJar.Ended gate = gate(old);
    assertThat(gate.status()).as(gate.output()).isZero();
  }

  private PtstressJar.Ended gate(Path candidate, String... more)
      throws IOException, InterruptedException {
    String[] args =
        Stream.concat(
                Stream.of(
                    "gate",
                    "--baseline-jar",
                    old.toString(),
                    "--candidate-jar",
                    candidate.toString(),
                    "--designs",
                    "MyTable",
                    "--benchmarks",
                    "find .*512 timers at 1 thread",
                    "--out",
                    Files.createTempDirectory(temp, "gate").toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return PtstressJar.run(args);
  }
}
