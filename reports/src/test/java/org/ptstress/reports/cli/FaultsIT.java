package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.result.Tool;
import org.ptstress.stress.fault.Expected;
import org.ptstress.stress.fault.FaultRow;

/**
 * All seeded faults against all tools, as a user starts it, once; then a test for every kill that
 * is expected.
 */
@Tag("tough")
@Isolated("it measures")
class FaultsIT {
  private static final Path RUN = Path.of("target", "faults-run");
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static PtstressJar.Ended ended = new PtstressJar.Ended(-1, "");
  private static Duration took = Duration.ZERO;
  private static List<FaultRow> rows = List.of();

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    RunFolders.delete(RUN);
    long start = System.nanoTime();
    ended = PtstressJar.run("faults", "--out", RUN.toString());
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
  }

  @Test
  void everyPairOfFaultAndToolHasOneRow() {
    assertThat(rows)
        .extracting(row -> row.fault() + " " + row.tool())
        .doesNotHaveDuplicates()
        .hasSize(Faults.all().size() * Tool.values().length);
  }

  @TestFactory
  Stream<DynamicTest> everyExpectedKillHappened() {
    return rows.stream()
        .filter(row -> row.expected() == Expected.KILLED)
        .map(
            row ->
                dynamicTest(
                    row.tool() + " kills " + row.fault(),
                    () -> {
                      assertThat(row.killed()).isTrue();
                      assertThat(row.witness()).isNotBlank();
                      assertThat(row.tries()).isPositive();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyFaultIsFoundUnlessOnlyWeakMemoryShowsIt() {
    return Faults.all().stream().map(fault -> dynamicTest(fault.name(), () -> assertFound(fault)));
  }

  private static void assertFound(Fault fault) {
    List<FaultRow> ofFault = rows.stream().filter(row -> row.fault().equals(fault.name())).toList();
    if (ofFault.stream().noneMatch(row -> row.expected() == Expected.WEAK_MEMORY_ONLY)) {
      assertThat(ofFault).anyMatch(FaultRow::killed);
    }
  }
}
