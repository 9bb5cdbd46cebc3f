package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.Tool;

/**
 * A seeded fault that checks, explorations and races find, as a user starts it. All faults together
 * take some minutes; {@code faults} itself then says which tool missed one.
 */
class FaultsIT {
  private static final Path RUN = Path.of("target", "faults-run");
  private static final String FAULT = "SignedCounter";

  /** All but benchmarks, the kernel, and Lincheck, which {@code --peers} asks. */
  private static final int TOOLS = Tool.values().length - 3;

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static PtstressJar.Ended ended = new PtstressJar.Ended(-1, "");
  private static Duration took = Duration.ZERO;
  private static List<FaultRow> rows = List.of();

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    RunFolders.delete(RUN);
    long start = System.nanoTime();
    ended = PtstressJar.run("faults", "--faults", FAULT, "--out", RUN.toString());
    took = Duration.ofNanos(System.nanoTime() - start);
    rows =
        List.of(
            new ObjectMapper().readValue(RUN.resolve("faults.json").toFile(), FaultRow[].class));
  }

  @Test
  void passesWithinTheLimitAndSaysWhereTheReportIs() {
    assertThat(ended.status()).as(ended.output()).isZero();
    assertThat(ended.output())
        .contains("Passed")
        .endsWith("Report: " + RUN.resolve("index.html").toAbsolutePath() + "\n");
    assertThat(took).isLessThan(LIMIT);
    assertThat(RUN.resolve("work")).doesNotExist();
  }

  @Test
  void everyPairOfFaultAndToolHasOneRow() {
    assertThat(rows)
        .extracting(row -> row.fault() + " " + row.tool())
        .doesNotHaveDuplicates()
        .hasSize(TOOLS);
  }

  @Test
  void checksAndExplorationsMustFindItAndRacesDo() {
    assertThat(rows)
        .filteredOn(FaultRow::killed)
        .extracting(FaultRow::tool)
        .containsExactlyInAnyOrder(Tool.CHECK, Tool.EXPLORATION, Tool.RACE);
    assertThat(rows)
        .filteredOn(FaultRow::killed)
        .allSatisfy(
            row -> {
              assertThat(row.expected())
                  .isEqualTo(row.tool() == Tool.RACE ? Expected.BY_CHANCE : Expected.KILLED);
              assertThat(row.witness()).isNotBlank();
              assertThat(row.tries()).isPositive();
            });
  }
}
