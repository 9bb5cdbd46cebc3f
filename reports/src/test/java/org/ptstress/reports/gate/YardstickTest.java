package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ptstress.reports.gate.Runs.change;
import static org.ptstress.reports.gate.Runs.find;

import org.junit.jupiter.api.Test;

/** The yardstick is a design like the others: its own moves must not pass as everybody else's. */
class YardstickTest {
  private static final MeasuredRun RUN = Runs.quick("run", 0.02, Runs.random(2));

  @Test
  void aSlowerYardstickIsARegressionThoughAllOthersLookFaster() {
    GateReport report =
        Gate.compare(RUN, change(RUN, find(Gate.YARDSTICK), Runs.speed(0.6)), Margins.DEFAULT);

    assertThat(report.exitStatus()).isEqualTo(GateReport.REGRESSED);
    assertThat(report.rows(GateVerdict.REGRESSED))
        .extracting(GateRow::design)
        .containsOnly(Gate.YARDSTICK);
    assertThat(report.notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("FindBenchmark.find of GlobalIdr with 512 timers at 1 thread moved")
                    .contains("it became slower, or all the others faster")
                    .contains("Its score changed by -40.0 %, theirs by +0.0 %"));
  }

  @Test
  void aFasterYardstickIsNotedBesideTheRowsThatItMakesLookSlower() {
    GateReport report =
        Gate.compare(RUN, change(RUN, find(Gate.YARDSTICK), Runs.speed(1.8)), Margins.DEFAULT);

    assertThat(report.exitStatus()).isEqualTo(GateReport.REGRESSED);
    assertThat(report.rows(GateVerdict.IMPROVED))
        .extracting(GateRow::design)
        .containsOnly(Gate.YARDSTICK);
    assertThat(report.notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("it became faster, or all the others slower")
                    .contains("Its score changed by +80.0 %"));
  }

  @Test
  void oneFasterDesignDoesNotBlameTheYardstick() {
    GateReport report =
        Gate.compare(RUN, change(RUN, find("RfcHash"), Runs.speed(5)), Margins.DEFAULT);

    assertThat(report.exitStatus()).isEqualTo(GateReport.PASSED);
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void withOneOtherDesignNobodyCanTell() {
    MeasuredRun two =
        Runs.without(
            RUN, row -> !row.design().equals("GlobalIdr") && !row.design().equals("RfcHash"));

    GateReport report = Gate.compare(two, two, Margins.DEFAULT);

    assertThat(report.rows()).extracting(GateRow::design).containsOnly("RfcHash");
    assertThat(report.notes())
        .containsExactly(
            "with one design beside GlobalIdr,"
                + " a move of either shows as a move of that design");
  }
}
