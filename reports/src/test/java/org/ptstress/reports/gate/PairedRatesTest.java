package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ptstress.run.measurement.Row;

/** How often comparisons of chance pairs end right, over all looks. */
class PairedRatesTest {
  private static final int RUNS = 200;
  private static final double MARGIN = 0.05;

  private final Chance chance = new Chance();

  @ParameterizedTest(name = "slowdown {0}, noise {1}")
  @CsvSource({
    // slowdown, noise between forks, regressed from, to, unchanged from, to
    "0.00, 0.02, 0.000, 0.005, 0.90, 1.00",
    "0.00, 0.10, 0.000, 0.005, 0.00, 0.35",
    "0.052, 0.02, 0.000, 0.055, 0.00, 0.06",
    "0.10, 0.02, 0.950, 1.000, 0.00, 0.00",
    "0.20, 0.07, 0.900, 1.000, 0.00, 0.00",
  })
  void ratesAreAsStated(
      double slowdown,
      double noise,
      double regressedFrom,
      double regressedTo,
      double unchangedFrom,
      double unchangedTo)
      throws Exception {
    Map<GateVerdict, Integer> counts = new EnumMap<>(GateVerdict.class);
    for (int run = 0; run < RUNS; run++) {
      counts.merge(compare(slowdown, noise), 1, Integer::sum);
    }
    assertThat(counts.getOrDefault(GateVerdict.REGRESSED, 0) / (double) RUNS)
        .as("%s", counts)
        .isBetween(regressedFrom, regressedTo);
    assertThat(counts.getOrDefault(GateVerdict.UNCHANGED, 0) / (double) RUNS)
        .as("%s", counts)
        .isBetween(unchangedFrom, unchangedTo);
  }

  /** The first batch alone: its errors are not yet those that the confirmation leaves. */
  private GateVerdict compare(double slowdown, double noise) throws Exception {
    return new PairedGate(
            chance.side(0, noise),
            chance.side(slowdown, noise),
            new Margins(MARGIN, MARGIN),
            StoppingRule.DEFAULT,
            (done, total, what) -> {})
        .batch(List.of(new Row("Benchmark.find", "A", 0, 1)), 1)
        .get(0)
        .verdict();
  }
}
