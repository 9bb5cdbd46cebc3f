package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ptstress.reports.gate.Runs.change;
import static org.ptstress.reports.gate.Runs.find;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.ptstress.run.result.JmhRow;

/** With the same scores, more noise never turns a row into a regression. */
class GateMonotonicityTest {
  private static final int RUNS = 40;

  @Test
  void noiseOfTheWholeRun() {
    assertMoreNoiseAddsNoRegression(row -> true);
  }

  @Test
  void noiseOfOneBenchmarkAndThreadCount() {
    assertMoreNoiseAddsNoRegression(row -> row.benchmark().equals(Runs.FIND) && row.threads() == 1);
  }

  private static void assertMoreNoiseAddsNoRegression(Predicate<JmhRow> which) {
    int regressions = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      MeasuredRun baseline = Runs.quick("baseline", 0.03, Runs.random(seed));
      MeasuredRun candidate =
          change(
              Runs.quick("candidate", 0.03, Runs.random(1000 + seed)),
              find("RfcHash"),
              Runs.speed(0.75));
      Set<String> before = regressed(baseline, candidate);
      regressions += before.size();
      for (double factor : new double[] {1.1, 1.5, 2, 3, 5, 10}) {
        Set<String> after =
            regressed(
                change(baseline, which, Runs.spread(factor)),
                change(candidate, which, Runs.spread(factor)));
        assertThat(before).as("seed %d, noise x %s", seed, factor).containsAll(after);
        before = after;
      }
    }
    assertThat(regressions).as("there was something to lose").isGreaterThan(RUNS);
  }

  private static Set<String> regressed(MeasuredRun baseline, MeasuredRun candidate) {
    Set<String> rows = new HashSet<>();
    Gate.compare(baseline, candidate, Margins.DEFAULT)
        .rows(GateVerdict.REGRESSED)
        .forEach(row -> rows.add(row.label()));
    return rows;
  }
}
