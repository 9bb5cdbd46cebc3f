package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ptstress.reports.gate.Costs;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.GateText;
import org.ptstress.reports.gate.GateVerdict;
import org.ptstress.reports.gate.TimedRow;
import org.ptstress.reports.jar.JarCosts;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.cost.CostComparison;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.measurement.Row;

/** What becomes of the counts and pairs of two jars; {@link JarGateIT} has the JVMs. */
public class JarCostsTest {
  private static final DesignCosts BEFORE = Costs.of("A", 0);
  private static final DesignCosts NONE = DesignCosts.none("A", "an operation failed");

  private static GateReport report(DesignCosts before, DesignCosts now, TimedRow... timed) {
    return new JarCosts(
            CostComparison.of(List.of(before), List.of(now)),
            before.problem().isEmpty() ? Set.of() : Set.of("A"))
        .report(Path.of("old.jar"), Path.of("new.jar"), List.of(timed));
  }

  private static TimedRow row(GateVerdict verdict, String problem, boolean failedOperations) {
    return new TimedRow(
        new Row("org.example.FindBenchmark.find", "A", 512, 1),
        verdict,
        List.of(2e8),
        List.of(1e8),
        null,
        0.05,
        "",
        problem.isEmpty() ? null : problem,
        failedOperations);
  }

  @Test
  void countsAloneDecide() {
    GateReport report = report(BEFORE, Costs.of("A", 1));
    assertThat(report.exitStatus()).isEqualTo(ExitStatus.REGRESSED);
    assertThat(GateText.render(report))
        .contains("A: find, 512 timers: stores 0 -> 1, at A.lookups 0 -> 1")
        .contains("speeds were not compared, because the counts already decide");
  }

  @Test
  void speedsDecideWhereCountsAreEqual() {
    assertThat(report(BEFORE, BEFORE, row(GateVerdict.UNCHANGED, "", false)).exitStatus()).isZero();
    assertThat(report(BEFORE, BEFORE, row(GateVerdict.REGRESSED, "", false)).exitStatus())
        .isEqualTo(ExitStatus.REGRESSED);
  }

  @Test
  void whatWasNotComparedDoesNotPass() {
    GateReport report =
        report(BEFORE, BEFORE, row(GateVerdict.INCONCLUSIVE, "not compared: it hung", false));
    assertThat(report.exitStatus()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(GateText.render(report))
        .contains("FindBenchmark.find of A with 512 timers at 1 thread was not compared: it hung");
    assertThat(report(BEFORE, NONE, row(GateVerdict.UNCHANGED, "", false)).exitStatus())
        .isEqualTo(ExitStatus.INCOMPLETE);
  }

  @Test
  void aBaselineWithoutCountsLeavesTheSpeeds() {
    GateReport report = report(NONE, BEFORE, row(GateVerdict.UNCHANGED, "", false));
    assertThat(report.exitStatus()).isZero();
    assertThat(report.notes()).anyMatch(note -> note.contains("an operation failed"));
  }

  @Test
  void operationsThatFailBreakAClaim() {
    assertThat(report(BEFORE, NONE, row(GateVerdict.INCONCLUSIVE, "lost", true)).exitStatus())
        .isEqualTo(ExitStatus.CONTRADICTED);
  }
}
