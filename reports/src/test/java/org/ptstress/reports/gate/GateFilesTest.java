package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.run.cost.CostChange;
import org.ptstress.run.cost.CostComparison;
import org.ptstress.run.result.Row;

class GateFilesTest {
  @TempDir private Path folder;

  static TimedRow row(GateVerdict verdict, String design, @Nullable String problem) {
    return new TimedRow(
        new Row("org.example.FindBenchmark.find", design, 512, 1),
        verdict,
        List.of(230.5e6),
        List.of(115.25e6),
        new Interval(-0.693, -0.7, -0.68),
        0.05,
        verdict == GateVerdict.INCONCLUSIVE ? "about 9 pairs would decide" : "",
        problem,
        false);
  }

  static final List<Row> ROWS =
      Stream.of("A", "B").map(design -> row(GateVerdict.REGRESSED, design, null).row()).toList();

  static GateReport report(TimedRow... rows) {
    CostChange change =
        new CostChange(
            CostChange.Effect.REGRESSED, "C", "find, 512 timers", "stores", 0, 1, List.of());
    return new GateReport(
        "old.jar",
        "new.jar",
        List.of(
            new CostComparison("C", 7, List.of(change), List.of()),
            new CostComparison("D", 7, List.of(), List.of())),
        List.of(rows),
        true,
        List.of(),
        List.of(),
        List.of());
  }

  static GateReport report() {
    return report(row(GateVerdict.REGRESSED, "A", null), row(GateVerdict.INCONCLUSIVE, "B", null));
  }

  @Test
  void openMetricsEndsAsItMust() throws IOException {
    Path file = folder.resolve("metrics.txt");
    GateFiles.writeOpenMetrics(report(), file);
    assertThat(file)
        .content()
        .contains("design=\"A\",params=\"timers=512\",threads=\"1\",side=\"candidate\"} 115.25\n")
        .endsWith("# EOF\n");
  }

  @Test
  void junitFailsWhatRegressedAndSkipsWhatIsOpen() throws IOException {
    Path file = folder.resolve("junit.xml");
    GateFiles.writeJunit(report(), file);
    assertThat(file)
        .content()
        .contains("tests=\"4\" failures=\"2\" errors=\"0\" skipped=\"1\"")
        .contains("<failure message=\"find, 512 timers: stores 0 -&gt; 1")
        .contains("<failure message=\"REGRESSED: -50.0 %")
        .contains("<skipped message=\"INCONCLUSIVE: -50.0 %");
  }

  @Test
  void whatWasNotComparedIsAnError() throws IOException {
    Path file = folder.resolve("junit.xml");
    GateFiles.writeJunit(report(row(GateVerdict.INCONCLUSIVE, "A", "not compared: it hung")), file);
    assertThat(file)
        .content()
        .contains("errors=\"1\" skipped=\"0\"", "<error message=\"not compared: it hung\"");
  }
}
