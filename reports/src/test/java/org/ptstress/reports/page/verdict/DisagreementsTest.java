package org.ptstress.reports.page.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.reports.verdict.VerdictClass;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.JmhRows;
import org.ptstress.run.measurement.Row;

/** When a measurement is a finding about the model of cost. */
class DisagreementsTest {
  private static final List<Double> BEFORE = List.of(100.0, 110.0);

  @Test
  void aDesignThatIsAsGoodByItsCountsAndMuchSlowerInEveryForkIsAFinding() {
    assertThat(with(VerdictClass.HOLDS, row(512, 1, 40.0, 50.0)))
        .containsExactly(
            "The measurement disagrees: D makes at most 0.50\u00d7 at 512 timers and 1 thread of"
                + " GlobalIdr's finds in every fork. That is a finding about the cost model.");
    assertThat(with(VerdictClass.HOLDS, row(512, 1, 40.0, 61.0))).as("one fork is not").isEmpty();
    assertThat(with(VerdictClass.BUG_SHOWN, row(512, 1, 40.0, 50.0))).as("as counted").isEmpty();
  }

  @Test
  void aDesignThatIsWorseByItsCountsAndFasterEverywhereIsAFinding() {
    JmhRow faster = row(512, 1, 120.0, 130.0);
    assertThat(with(VerdictClass.BUG_SHOWN, faster)).hasSize(1);
    assertThat(with(VerdictClass.BUG_SHOWN, faster, row(512, 2, 105.0, 130.0))).isEmpty();
    assertThat(with(VerdictClass.BUG_SHOWN)).as("nothing was measured").isEmpty();
    assertThat(with(VerdictClass.NOT_RUN, faster)).isEmpty();
  }

  @Test
  void aNoisyOrLonelyForkIsNone() {
    assertThat(with(VerdictClass.HOLDS, row(512, 1, 40.0))).isEmpty();
    JmhRow stolen = JmhRows.of(find("D", 512, 1), 45, List.of(40.0, 50.0), 2);
    assertThat(with(VerdictClass.HOLDS, stolen)).isEmpty();
    assertThat(with(VerdictClass.HOLDS, row(512, 4, 40.0, 50.0)))
        .as("more threads than CPUs")
        .isEmpty();
  }

  private static List<String> with(VerdictClass state, JmhRow... rows) {
    List<JmhRow> all = new ArrayList<>(List.of(rows));
    for (JmhRow row : rows) {
      all.add(JmhRows.of(find(Designs.YARDSTICK, row.row().timers(), row.threads()), BEFORE));
    }
    CellView cell = new CellView("D", Claim.AS_GOOD_AS_BEFORE, state, "", "", "", "");
    MatrixView.Row claim = new MatrixView.Row(Claim.AS_GOOD_AS_BEFORE, List.of(cell));
    return new Disagreements(all, 2).with(new MatrixView(List.of(), List.of(claim)));
  }

  private static JmhRow row(int timers, int threads, Double... speeds) {
    return JmhRows.of(find("D", timers, threads), List.of(speeds));
  }

  private static Row find(String design, int timers, int threads) {
    return new Row("FindBenchmark.find", design, timers, threads);
  }
}
