package org.ptstress.reports.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.model.spec.Scenario;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.cost.CostComparison;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.result.Witness;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.stress.verdict.Judge;

/**
 * The main job as a user starts it, once, in the quick profile; then a test for every promise of
 * every design, and what the run must show. Others may take its CPUs: nothing that is timed
 * decides.
 */
@Order(1) // takes the longest: the others can end beside it
class MainJobIT {
  private static final Path RUN = Path.of("target", "verify-run");

  private static PtstressJar.Ended ended = new PtstressJar.Ended(-1, "");
  private static List<VerdictRow> verdicts = List.of();

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    RunFolders.delete(RUN);
    ended = PtstressJar.run("run", "--profile", "quick", "--out", RUN.toString());
    verdicts =
        List.of(
            new ObjectMapper()
                .readValue(RUN.resolve("verdicts.json").toFile(), VerdictRow[].class));
  }

  /**
   * A defect that a lucky race alone would show is one that a busy machine does not see: each is
   * shown by a script or a search, or by most of the samples of a race.
   */
  @Test
  void noDefectIsShownByLuckAlone() {
    assertThat(verdicts)
        .filteredOn(row -> row.expectation() == Expectation.BROKEN)
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.evidence())
                    .as(row.design() + " " + row.claim())
                    .anyMatch(MainJobIT::isRepeatable));
  }

  private static boolean isRepeatable(Evidence evidence) {
    return evidence.broken()
        && (evidence.tool() != Tool.RACE
            || 2 * evidence.witnesses().stream().mapToLong(Witness::count).sum()
                > evidence.samples());
  }

  @Test
  void passesAndSaysWhereTheReportIs() {
    assertThat(ended.status()).as(ended.output()).isEqualTo(ExitStatus.PASSED);
    Path page = RUN.resolve("index.html").toAbsolutePath();
    assertThat(ended.output()).contains("Passed").endsWith("Report: " + page + "\n");
    assertThat(page).isNotEmptyFile();
    assertThat(RUN.resolve("summary.md")).isNotEmptyFile();
    assertThat(RUN.resolve("junit.xml")).isNotEmptyFile();
  }

  /** Exactly, on any machine and JDK. Where that is meant, renew the baseline. */
  @Test
  void operationsCostWhatTheyCostInTheBaseline() throws IOException {
    List<CostComparison> costs =
        CostComparison.of(ResultFiles.readCosts(Path.of("baseline")), ResultFiles.readCosts(RUN));
    assertThat(costs).hasSameSizeAs(Designs.all());
    assertThat(costs.stream().flatMap(each -> each.problems().stream())).isEmpty();
    assertThat(
            costs.stream()
                .flatMap(each -> each.changes().stream())
                .map(change -> change.design() + ": " + change.text()))
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyPromiseIsConfirmed() {
    return verdicts.stream()
        .map(
            row ->
                dynamicTest(
                    row.design() + " " + row.claim() + " " + row.expectation(),
                    () -> {
                      if (!onlyForCpus(row)) {
                        assertThat(row.verdict()).as(row.reason()).isEqualTo(Verdict.CONFIRMED);
                      }
                    }));
  }

  private static boolean onlyForCpus(VerdictRow row) {
    return row.verdict() == Verdict.NOT_RUN
        && !row.evidence().isEmpty()
        && row.evidence().stream().allMatch(Evidence::tooFewCpus);
  }

  @Test
  void everyPairOfDesignAndClaimHasOneVerdict() {
    List<String> expected = new ArrayList<>();
    for (Design design : Designs.all()) {
      for (Claim claim : Claim.values()) {
        expected.add(design.name() + " " + claim);
      }
    }
    assertThat(verdicts)
        .extracting(row -> row.design() + " " + row.claim())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void noVerdictIsConfirmedWithoutSamples() {
    assertThat(verdicts)
        .filteredOn(row -> row.verdict() == Verdict.CONFIRMED)
        .allSatisfy(row -> assertThat(row.evidence()).anyMatch(evidence -> evidence.samples() > 0));
  }

  @Test
  void everyConfirmedDefectHasWitnesses() {
    assertThat(verdicts)
        .filteredOn(row -> row.expectation() == Expectation.BROKEN)
        .allSatisfy(
            row ->
                assertThat(row.evidence())
                    .as(row.design() + " " + row.claim())
                    .anyMatch(
                        evidence ->
                            evidence.witnesses().stream().anyMatch(seen -> seen.count() > 0)));
  }

  /** The control of all the tests above: that what they saw came from samples. */
  @Test
  void aRunThatLostItsSamplesConfirmsNothing() {
    for (VerdictRow row : verdicts) {
      Promise promise = Designs.named(row.design()).promises().on(row.claim());
      List<Evidence> lost = row.evidence().stream().map(MainJobIT::withoutSamples).toList();
      assertThat(Judge.judge(row.design(), promise, lost).verdict())
          .as(row.design() + " " + row.claim())
          .isEqualTo(Verdict.NOT_RUN);
    }
  }

  private static Evidence withoutSamples(Evidence evidence) {
    return new Evidence(
        evidence.tool(),
        evidence.scenario(),
        evidence.status(),
        evidence.reason(),
        evidence.tooFewCpus(),
        false,
        0,
        List.of(),
        evidence.configuration(),
        evidence.architecture(),
        evidence.log(),
        null);
  }

  @Test
  void theJarHoldsTheTestOfEveryRacedScenario() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Scenario scenario : Scenarios.of(Scenario.Mode.RACE)) {
      expected.add("org.ptstress.stress.race.test." + scenario.name());
    }
    Set<String> listed = new TreeSet<>();
    try (JarFile jar = new JarFile(PtstressJar.path().toFile())) {
      String list =
          new String(jar.getInputStream(jar.getEntry("META-INF/TestList")).readAllBytes(), UTF_8);
      for (String line : list.split("\n", -1)) {
        // jcstress writes lengths in front of names, with nothing between.
        expected.stream().filter(line::contains).forEach(listed::add);
      }
      assertThat(list.strip().split("\n", -1)).hasSameSizeAs(expected);
      // Who compiles a design against the jar needs no -proc:none.
      assertThat(jar.getEntry("META-INF/services/javax.annotation.processing.Processor")).isNull();
    }
    assertThat(listed).isEqualTo(expected);
  }

  @Test
  void forksOfBenchmarksShareTheirClasses() {
    assertThat(RUN.resolve("logs/jmh.log")).content().contains("-XX:SharedArchiveFile=");
    assertThat(RUN.resolve("classes.jsa")).doesNotExist();
  }
}
