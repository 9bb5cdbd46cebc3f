package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GateTextTest {
  private static final MeasuredRun RUN = Runs.quick("runs/base", 0.02, Runs.random(4));

  @Test
  void aPassNamesItsRowsAndEndsWithTheVerdict() {
    String text = GateText.render(Gate.compare(RUN, RUN, Margins.DEFAULT));

    assertThat(text)
        .startsWith("Gate: candidate runs/base against baseline runs/base\n")
        .containsPattern("UNCHANGED +FindBenchmark.find +RfcHash +timers=512 +1 +1.7\\d\\d +1.7")
        .endsWith(" inconclusive\n");
    assertThat(lastLine(text)).startsWith("Gate passed (exit status 0): 0 regressed, 0 improved, ");
  }

  @Test
  void aRegressionNamesDesignBenchmarkAndInterval() {
    MeasuredRun cut = Runs.change(RUN, Runs.find("RcuHash"), Runs.speed(0.7));

    String text = GateText.render(Gate.compare(RUN, cut, Margins.DEFAULT));

    assertThat(text)
        .containsPattern(
            "  FindBenchmark.find of RcuHash with 512 timers at 1 thread:"
                + " -30.0 % \\[-30.0 %, -30.0 %\\], margin 10 %\n");
    assertThat(lastLine(text)).startsWith("Gate REGRESSED (exit status 1): ");
  }

  @Test
  void whatIsIncompleteOrContradictedIsListed() {
    GateReport report =
        Gate.compare(RUN, Runs.without(RUN, Runs.find("RcuHash")), Margins.DEFAULT)
            .withContradictions(List.of("RfcHash VALID_IDS"));

    String text = GateText.render(report);

    assertThat(text)
        .contains("Incomplete:\n  reduced: missing FindBenchmark.find of RcuHash with 512 timers")
        .contains("Contradicted claims:\n  RfcHash VALID_IDS\n");
    assertThat(lastLine(text)).startsWith("Gate INCOMPLETE (exit status 3): ");
  }

  private static String lastLine(String text) {
    return text.lines().reduce("", (first, second) -> second);
  }
}
