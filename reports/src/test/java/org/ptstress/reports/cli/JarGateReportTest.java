package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.bench.MeasurementException;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.paired.Arm;
import org.ptstress.reports.paired.ForkScores;
import org.ptstress.reports.paired.Looks;
import org.ptstress.reports.paired.PairedGate;
import org.ptstress.reports.paired.PairedRow;
import org.ptstress.run.result.Row;

/** Everything of a comparison of jars but the forks; {@link JarGateIT} has those. */
class JarGateReportTest {
  private static final List<Row> SUBJECTS =
      List.of(
          new Row("org.example.FindBenchmark.find", "A", 512, 1),
          new Row("org.example.FindBenchmark.find", "B", 512, 1));

  private final Random random = new Random(2012);
  private final StringWriter terminal = new StringWriter();

  @TempDir private Path folder;

  private Arm arm(double slowdownOfB, boolean parallel) {
    return turn -> {
      double slowdown = turn.subject().design().equals("B") ? slowdownOfB : 0;
      double score = 2e8 / (1 + slowdown) * Math.exp(0.01 * random.nextGaussian());
      return new ForkScores(List.of(score), 1, parallel);
    };
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private List<PairedRow> compare(Arm candidate) throws Exception {
    return new PairedGate(
            arm(0, true), candidate, JarGate.DEFAULT_MARGINS, Looks.DEFAULT, (d, t, w) -> {})
        .compare(SUBJECTS);
  }

  private JarGateReport begin(String csv) throws IOException {
    GateHistory past = new GateHistory("this machine");
    GateOutputs outputs =
        new GateOutputs(file("h.jsonl"), file(csv), file("m.txt"), file("junit.xml"));
    outputs.require(past, SUBJECTS);
    JarGateReport report = new JarGateReport("old.jar", "new.jar", folder, outputs, past);
    report.begin();
    return report;
  }

  private int publish(Arm candidate) throws Exception {
    JarGateReport report = begin("o.csv");
    assertThat(file("gate.txt")).content().startsWith("Gate INCOMPLETE");
    return report.publish(compare(candidate), new PrintWriter(terminal));
  }

  @Test
  void theSameSpeedPasses() throws Exception {
    assertThat(publish(arm(0, true))).isEqualTo(GateReport.PASSED);
    assertThat(terminal.toString()).contains("Gate passed (exit status 0)", "2 unchanged");
    assertThat(file("h.jsonl")).content().hasLineCount(2);
    assertThat(file("o.csv")).content().hasLineCount(2);
    assertThat(file("m.txt")).content().endsWith("# EOF\n");
    assertThat(file("junit.xml")).content().contains("failures=\"0\" errors=\"0\" skipped=\"0\"");
  }

  @Test
  void whatIsSlowerTwiceRegressed() throws Exception {
    assertThat(publish(arm(0.2, true))).isEqualTo(GateReport.REGRESSED);
    assertThat(terminal.toString()).contains("Gate REGRESSED (exit status 1)", "1 unchanged");
    assertThat(file("gate.txt"))
        .content()
        .contains("REGRESSED  FindBenchmark.find  B")
        .isSubstringOf(terminal.toString());
    assertThat(file("junit.xml")).content().contains("failures=\"1\"");
  }

  @Test
  void whatWasNeverMeasuredDoesNotPass() throws Exception {
    assertThat(publish(arm(0, false))).isEqualTo(GateReport.INCOMPLETE);
    assertThat(terminal.toString())
        .contains("Gate INCOMPLETE (exit status 3)")
        .contains(
            "FindBenchmark.find of A with 512 timers at 1 thread was not compared: none of 12 pairs");
  }

  @Test
  void aForkThatFailsIsNamedBesideTheOtherVerdicts() throws Exception {
    Arm sound = arm(0, true);
    int status =
        publish(
            turn -> {
              if (turn.subject().design().equals("A")) {
                throw new MeasurementException("find of A ended with status 1. See a.log.");
              }
              return sound.fork(turn);
            });
    assertThat(status).isEqualTo(GateReport.INCOMPLETE);
    assertThat(terminal.toString())
        .contains("was not compared: find of A ended with status 1. See a.log.")
        .contains("1 unchanged");
  }

  @Test
  void aFileThatCannotBeWrittenInTheEndCostsNoVerdict() throws Exception {
    JarGateReport report = begin("o.csv");
    List<PairedRow> rows = compare(arm(0, true));
    Files.createDirectory(file("o.csv"));
    assertThatThrownBy(() -> report.publish(rows, new PrintWriter(terminal)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("o.csv");
    assertThat(terminal.toString()).contains("Gate passed");
    assertThat(file("gate.txt")).content().contains("Gate passed");
    assertThat(file("h.jsonl")).content().hasLineCount(2);
    assertThat(file("junit.xml")).content().contains("failures=\"0\"");
  }

  @Test
  void aFileInNoFolderIsRefusedBeforeAnythingIsMeasured() {
    assertThatThrownBy(() -> begin("none/o.csv"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("none/o.csv cannot be written");
  }
}
