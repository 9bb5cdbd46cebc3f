package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ptstress.reports.gate.Runs.DESIGNS;
import static org.ptstress.reports.gate.Runs.FIND;
import static org.ptstress.reports.gate.Runs.change;
import static org.ptstress.reports.gate.Runs.find;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.run.result.JmhRow;
import org.ptstress.run.result.JmhRows;

class GateTest {
  private static final MeasuredRun RUN = Runs.quick("run", 0.03, Runs.random(1));

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.03, 0.1, 0.44, 2})
  void aRunAgainstItselfPasses(double spread) {
    MeasuredRun run = Runs.quick("run", spread, Runs.random(7));

    GateReport report = gate(run, run);

    assertThat(report.exitStatus()).isEqualTo(GateReport.PASSED);
    assertThat(report.problems()).isEmpty();
    assertThat(report.notes()).isEmpty();
    assertThat(report.rows())
        .allSatisfy(
            row -> {
              assertThat(row.verdict()).isIn(GateVerdict.UNCHANGED, GateVerdict.INCONCLUSIVE);
              assertThat(row.interval()).isNotNull();
              assertThat(row.candidateRatio()).isEqualTo(row.baselineRatio());
            });
  }

  @Test
  void asksAboutEveryDesignAtEachParameterAndOverAll() {
    // Two benchmarks, four designs, two thread counts; two populations and their mean.
    assertThat(gate(RUN, RUN).rows()).hasSize(2 * 4 * 2 * 3);
  }

  @Test
  void quietRowsAreUnchanged() {
    MeasuredRun run = Runs.quick("run", 0.001, Runs.random(3));

    assertThat(gate(run, run).count(GateVerdict.UNCHANGED)).isEqualTo(48);
  }

  @Test
  void aCutOfScoresAloneIsNamed() {
    assertCutIsNamed(Runs.score(0.7));
  }

  @Test
  void aCutOfScoresAndForksIsNamed() {
    assertCutIsNamed(Runs.speed(0.7));
  }

  private static void assertCutIsNamed(UnaryOperator<JmhRow> cut) {
    for (String design : DESIGNS) {
      GateReport report = gate(RUN, change(RUN, find(design), cut));

      assertThat(report.exitStatus()).as(design).isEqualTo(GateReport.REGRESSED);
      assertThat(report.rows(GateVerdict.REGRESSED))
          .allSatisfy(
              row -> {
                assertThat(row.row().benchmark()).isEqualTo(FIND);
                assertThat(row.design()).isEqualTo(design);
                Interval interval = Objects.requireNonNull(row.interval());
                assertThat(interval.effect()).isCloseTo(Math.log(0.7), within(1e-9));
                assertThat(interval.low()).isLessThanOrEqualTo(interval.effect());
                assertThat(interval.high()).isBetween(interval.effect(), Math.log(0.9));
              });
      assertThat(GateText.render(report))
          .contains(
              "FindBenchmark.find of "
                  + design
                  + " at 1 thread, the mean over all parameters: -30.0 % [");
    }
  }

  @Test
  void anEditedScoreIsNoted() {
    GateReport report = gate(RUN, change(RUN, find("RfcHash"), Runs.score(0.99)));

    assertThat(report.notes())
        .singleElement()
        .asString()
        .contains("changed: the score is not the mean", "FindBenchmark.find of RfcHash");
  }

  @Test
  void anImprovementPasses() {
    GateReport report = gate(RUN, change(RUN, find("RfcHash"), Runs.speed(2)));

    assertThat(report.exitStatus()).isEqualTo(GateReport.PASSED);
    assertThat(report.rows(GateVerdict.IMPROVED))
        .extracting(GateRow::design)
        .containsOnly("RfcHash");
    assertThat(report.count(GateVerdict.IMPROVED)).isPositive();
  }

  @Test
  void aFasterMachineChangesNothing() {
    GateReport report = gate(RUN, change(RUN, row -> true, Runs.speed(3)));

    assertThat(report.exitStatus()).isEqualTo(GateReport.PASSED);
    assertThat(report.count(GateVerdict.IMPROVED)).isZero();
  }

  @Test
  void missingRowsMakeTheGateIncomplete() {
    MeasuredRun reduced = Runs.without(RUN, find("RfcHash").and(row -> row.threads() == 2));

    GateReport report = gate(RUN, reduced);

    assertThat(report.exitStatus()).isEqualTo(GateReport.INCOMPLETE);
    assertThat(report.problems())
        .containsExactly(
            "reduced: missing FindBenchmark.find of RfcHash with 512 timers at 2 threads",
            "reduced: missing FindBenchmark.find of RfcHash with 65536 timers at 2 threads");
  }

  @Test
  void newRowsAreNoted() {
    MeasuredRun reduced = Runs.without(RUN, row -> row.design().equals("RfcHash"));

    GateReport report = gate(reduced, RUN);

    assertThat(report.exitStatus()).isEqualTo(GateReport.PASSED);
    assertThat(report.notes())
        .singleElement()
        .asString()
        .startsWith("new in the candidate, so not compared: FindBenchmark.find of RfcHash with ")
        .endsWith("; and 3 more");
  }

  @Test
  void aMissingYardstickIsIncomplete() {
    MeasuredRun reduced = Runs.without(RUN, find(Gate.YARDSTICK));

    assertThat(gate(reduced, RUN).problems())
        .contains(
            "reduced: missing the yardstick FindBenchmark.find of GlobalIdr with 512 timers at 1 thread");
    assertThat(gate(RUN, reduced).exitStatus()).isEqualTo(GateReport.INCOMPLETE);
  }

  @Test
  void emptyRunsAreIncomplete() {
    MeasuredRun empty = new MeasuredRun("empty", List.of());

    assertThat(gate(empty, RUN).exitStatus()).isEqualTo(GateReport.INCOMPLETE);
    assertThat(gate(RUN, empty).exitStatus()).isEqualTo(GateReport.INCOMPLETE);
    assertThat(gate(empty, empty).exitStatus()).isEqualTo(GateReport.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void scoresThatAreNoSpeedsAreNamed(double score) {
    MeasuredRun bad =
        change(
            RUN,
            find("RcuHash").and(row -> row.threads() == 1),
            row -> Runs.with(row, score, row.forkMeans()));

    GateReport report = gate(RUN, bad);

    assertThat(report.exitStatus()).isEqualTo(GateReport.INCOMPLETE);
    assertThat(report.problems())
        .hasSize(2)
        .allSatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("changed: FindBenchmark.find of RcuHash with ")
                    .contains("score " + score));
    assertThat(report.rows(GateVerdict.REGRESSED)).isEmpty();
  }

  @Test
  void aForkWithoutSpeedIsNamed() {
    MeasuredRun bad =
        change(RUN, find("RcuHash"), row -> Runs.with(row, row.score(), List.of(1.0, 0.0, 1.0)));

    assertThat(gate(RUN, bad).problems()).hasSize(4);
  }

  @Test
  void rowsMeasuredTwiceAreNamed() {
    MeasuredRun twice = new MeasuredRun("twice", List.of(RUN.rows().get(0), RUN.rows().get(0)));

    assertThat(gate(twice, twice).problems())
        .contains(
            "twice: FindBenchmark.find of GlobalIdr with 512 timers at 1 thread was measured twice");
  }

  @Test
  void oneForkDecidesNothing() {
    MeasuredRun single = change(RUN, row -> true, Runs.forks(1));
    MeasuredRun cut = change(single, find("RfcHash"), Runs.speed(0.1));

    for (GateReport report : List.of(gate(single, cut), gate(RUN, cut), gate(single, RUN))) {
      assertThat(report.exitStatus()).isEqualTo(GateReport.INCOMPLETE);
      assertThat(report.problems()).singleElement().asString().endsWith("nothing was compared");
      assertThat(report.rows())
          .allSatisfy(
              row -> {
                assertThat(row.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE);
                assertThat(row.interval()).isNull();
                assertThat(row.detail()).contains("an interval takes 2 of each");
              });
    }
  }

  /** A row that a busy machine spoilt does not fail the others; it says what is the matter. */
  @Test
  void aRowWhoseForksWereAllStolenIsInconclusive() {
    MeasuredRun stolen =
        change(
            RUN,
            find("RfcHash").and(row -> row.threads() == 2),
            row -> JmhRows.of(row.row(), row.score(), row.forkMeans(), Runs.FORKS));
    GateReport report = gate(RUN, stolen);

    assertThat(report.exitStatus()).isEqualTo(GateReport.PASSED);
    assertThat(report.rows())
        .filteredOn(row -> row.detail().contains(Runs.FORKS + " did not have their CPUs"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.verdict()).isEqualTo(GateVerdict.INCONCLUSIVE));
  }

  @Test
  void inconclusiveRowsSayWhatWouldDecide() {
    MeasuredRun noisy = Runs.quick("noisy", 0.1, Runs.random(5));

    assertThat(gate(noisy, measuredAgain(noisy)).rows(GateVerdict.INCONCLUSIVE))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.detail())
                    .matches("sees slowdowns from \\d+ %; about \\d+ forks would decide"));
  }

  @Test
  void theForksThatWouldDecideDoDecide() {
    MeasuredRun few = Runs.quick("few", 0.1, Runs.random(5));
    GateRow row = gate(few, measuredAgain(few)).rows(GateVerdict.INCONCLUSIVE).get(0);
    int forks = Integer.parseInt(row.detail().replaceAll(".*about (\\d+) forks.*", "$1"));

    // The same forks over and over have the same spread, and so many of them.
    MeasuredRun many =
        change(
            few,
            any -> true,
            any ->
                Runs.with(
                    any,
                    any.score(),
                    IntStream.range(0, 2 * forks)
                        .mapToObj(i -> any.forkMeans().get(i % Runs.FORKS))
                        .toList()));

    assertThat(gate(many, measuredAgain(many)).rows())
        .filteredOn(other -> other.label().equals(row.label()))
        .singleElement()
        .extracting(GateRow::verdict)
        .isEqualTo(GateVerdict.UNCHANGED);
  }

  @Test
  void copiedForksAreNoSecondMeasurement() {
    MeasuredRun noisy = Runs.quick("noisy", 0.3, Runs.random(7));

    assertThat(gate(noisy, noisy).count(GateVerdict.UNCHANGED)).isEqualTo(48);
    assertThat(gate(noisy, measuredAgain(noisy)).count(GateVerdict.UNCHANGED)).isLessThan(48);
  }

  /** The same scores and spread, from forks that are not the same draw. */
  private static MeasuredRun measuredAgain(MeasuredRun run) {
    return change(
        run,
        any -> true,
        any -> {
          List<Double> reversed = new ArrayList<>(any.forkMeans());
          Collections.reverse(reversed);
          return Runs.with(any, any.score(), reversed);
        });
  }

  @Test
  void marginsDependOnThreads() {
    Margins margins = new Margins(0.1, 0.5);

    GateReport report = Gate.compare(RUN, change(RUN, find("RfcHash"), Runs.speed(0.7)), margins);

    assertThat(report.rows(GateVerdict.REGRESSED)).extracting(GateRow::threads).containsOnly(1);
  }

  @Test
  void contradictedClaimsGoBeforeRegressionsAndIncompletenessBeforeBoth() {
    GateReport regressed = gate(RUN, change(RUN, find("RfcHash"), Runs.speed(0.5)));

    GateReport contradicted = regressed.withContradictions(List.of("RfcHash UNIQUE_IDS"));

    assertThat(contradicted.exitStatus()).isEqualTo(GateReport.CONTRADICTED);
    assertThat(contradicted.withProblems(List.of("verdicts.json: missing")).exitStatus())
        .isEqualTo(GateReport.INCOMPLETE);
  }

  private static GateReport gate(MeasuredRun baseline, MeasuredRun candidate) {
    return Gate.compare(baseline, candidate, Margins.DEFAULT);
  }
}
