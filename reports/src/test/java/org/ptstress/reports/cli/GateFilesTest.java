package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.GateRow;
import org.ptstress.reports.gate.GateVerdict;
import org.ptstress.reports.gate.Interval;
import org.ptstress.reports.paired.PairedRow;
import org.ptstress.run.result.Row;

class GateFilesTest {
  @TempDir private Path folder;

  static PairedRow row(GateVerdict verdict, String design) {
    GateRow row =
        new GateRow(
            verdict,
            new Row("org.example.FindBenchmark.find", design, 512, 1),
            false,
            230.5,
            115.25,
            new Interval(-0.69, -0.7, -0.68),
            0.05,
            0.001,
            6,
            6,
            verdict == GateVerdict.INCONCLUSIVE ? "about 9 pairs would decide" : "");
    return new PairedRow(row, List.of(230.5e6), List.of(115.25e6), null);
  }

  static final List<PairedRow> ROWS =
      List.of(row(GateVerdict.REGRESSED, "A"), row(GateVerdict.INCONCLUSIVE, "B"));

  static GateReport report() {
    return new GateReport(
        "old.jar",
        "new.jar",
        "unit",
        ROWS.stream().map(PairedRow::row).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void openMetricsEndsAsItMust() throws IOException {
    Path file = folder.resolve("metrics.txt");
    GateFiles.writeOpenMetrics(ROWS, file);
    assertThat(file)
        .content()
        .contains("design=\"A\",params=\"timers=512\",threads=\"1\",side=\"candidate\"} 115.25\n")
        .endsWith("# EOF\n");
  }

  @Test
  void junitFailsWhatRegressedAndSkipsWhatIsOpen() throws IOException {
    Path file = folder.resolve("junit.xml");
    GateFiles.writeJunit(ROWS, file);
    assertThat(file)
        .content()
        .contains("tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\"")
        .contains("<failure message=\"REGRESSED: -49.8 %")
        .contains("<skipped message=\"INCONCLUSIVE: -49.8 %");
  }

  @Test
  void whatWasNotComparedIsAnError() throws IOException {
    Path file = folder.resolve("junit.xml");
    PairedRow failed =
        new PairedRow(
            row(GateVerdict.INCONCLUSIVE, "A").row(),
            List.of(),
            List.of(),
            "not compared: it hung");
    GateFiles.writeJunit(List.of(failed), file);
    assertThat(file)
        .content()
        .contains("errors=\"1\" skipped=\"0\"", "<error message=\"not compared: it hung\"");
  }
}
