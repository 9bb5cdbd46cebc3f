package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.GateText;
import org.ptstress.reports.gate.GateVerdict;
import org.ptstress.reports.gate.Margins;
import org.ptstress.reports.gate.StoredGate;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.folder.RunFolder;

/** Two stored runs: counts decide, speeds where they are asked to and can. */
class StoredGateTest {
  @TempDir private Path temp;

  @SuppressWarnings("NullAway.Init") // read before each test
  private static RunFolder baseline;

  private StoredRun candidate = new StoredRun(Path.of(""));

  @BeforeAll
  static void read() throws IOException {
    baseline = RunFolder.read(StoredRun.BASELINE);
  }

  @BeforeEach
  void copyTheBaseline() throws IOException {
    candidate = StoredRun.in(temp);
  }

  private GateReport gate(boolean timed) throws IOException {
    return new StoredGate(baseline, RunFolder.read(candidate.folder()))
        .compare(Margins.STORED, timed, List.of(), List.of());
  }

  @Test
  void equalCodeOfAnotherJdkAndMachineIsUnchangedInEveryExactRow() throws IOException {
    candidate.moveElsewhere();
    GateReport report = gate(true);
    assertThat(report.exitStatus()).isZero();
    assertThat(report.costs()).hasSizeGreaterThan(12).allMatch(costs -> costs.compared() > 100);
    assertThat(report.count(GateVerdict.UNCHANGED)).isEqualTo(report.costs().size());
    assertThat(GateText.render(report))
        .containsPattern("UNCHANGED +GlobalIdr +\\d+ +0 +0\n")
        .contains("  speeds decide nothing, because the machines differ: there \"")
        .contains("Gate passed (exit status 0): 0 regressed, 0 improved, ");
  }

  @Test
  void oneStoreMoreInFindIsNamedWithDesignOperationAndField() throws IOException {
    candidate.countLookups("SelfHashingSlots");
    GateReport report = gate(false);
    assertThat(report.exitStatus()).isEqualTo(ExitStatus.REGRESSED);
    assertThat(report.count(GateVerdict.REGRESSED)).isOne();
    assertThat(GateText.render(report))
        .containsPattern("REGRESSED +SelfHashingSlots +\\d+ +8 +0\n")
        .contains(
            "  SelfHashingSlots: find, 512 timers: stores 0 -> 1,"
                + " at SelfHashingSlots.lookups 0 -> 1\n");
  }

  @Test
  void oneStoreFewerImproved() throws IOException {
    StoredRun costlier = StoredRun.in(temp);
    costlier.countLookups("SelfHashingSlots");
    GateReport report =
        new StoredGate(RunFolder.read(costlier.folder()), RunFolder.read(candidate.folder()))
            .compare(Margins.STORED, false, List.of(), List.of());
    assertThat(report.exitStatus()).isZero();
    assertThat(report.count(GateVerdict.IMPROVED)).isOne();
    assertThat(GateText.render(report)).contains("Improved:\n  SelfHashingSlots: find, ");
  }

  @Test
  void speedsDecideOnlyWhereTheyAreAskedTo() throws IOException {
    FindScores.scale(candidate.folder().resolve("jmh.json"), "BucketLockHash", 0.2);
    assertThat(gate(false).exitStatus()).isZero();
    assertThat(GateText.render(gate(false)))
        .contains("for information, they decide nothing")
        .containsPattern("FindBenchmark.find +BucketLockHash .* -80.0 % \\[")
        .doesNotContain("Regressed:");
    GateReport timed = gate(true);
    assertThat(timed.exitStatus()).isEqualTo(ExitStatus.REGRESSED);
    assertThat(GateText.render(timed))
        .containsPattern("REGRESSED +FindBenchmark.find +BucketLockHash")
        .containsPattern("Regressed:\n  FindBenchmark.find of BucketLockHash .* margin \\d+ %");
  }

  @Test
  void whatIsMissingOrBrokenGoesFirst() throws IOException {
    candidate.countLookups("SelfHashingSlots");
    StoredGate gate = new StoredGate(baseline, RunFolder.read(candidate.folder()));
    GateReport broken = gate.compare(Margins.STORED, false, List.of(), List.of("A FLAT_LOOKUP"));
    assertThat(broken.exitStatus()).isEqualTo(ExitStatus.CONTRADICTED);
    assertThat(GateText.render(broken)).contains("Contradicted claims:\n  A FLAT_LOOKUP\n");
    GateReport gap = gate.compare(Margins.STORED, false, List.of("a gap"), List.of("A claim"));
    assertThat(gap.exitStatus()).isEqualTo(ExitStatus.INCOMPLETE);
    assertThat(GateText.render(gap)).contains("Incomplete:\n  a gap\n");
  }
}
