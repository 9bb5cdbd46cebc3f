package org.ptstress.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.run.result.JmhRow;
import org.ptstress.run.result.JmhRows;
import org.ptstress.run.result.Row;

class LogRatiosTest {
  private static final List<Double> HIGH = List.of(Math.exp(1), Math.exp(2), Math.exp(3));
  private static final List<Double> LOW = List.of(Math.exp(0), Math.exp(1), Math.exp(2));

  @Test
  void theBoundsOfTwoRowsAreWelchs() {
    // Logs 1, 2, 3 against 0, 1, 2: difference 1, standard error sqrt(2/3), 4 degrees of freedom;
    // the 97.5th percentile of t is 2.776445.
    JmhRow numerator = row("A", 1, HIGH);
    JmhRow denominator = row("B", 1, LOW);
    Interval ratio = new LogRatios(List.of(numerator, denominator)).of(numerator, denominator);
    assertThat(ratio.effect()).isCloseTo(1, within(1e-9));
    assertThat(ratio.low()).isCloseTo(1 - 2.7764451052 * Math.sqrt(2.0 / 3), within(1e-9));
    assertThat(ratio.high()).isCloseTo(1 + 2.7764451052 * Math.sqrt(2.0 / 3), within(1e-9));
  }

  @Test
  void rowsThatScatterAlikeMakeTheBoundsNarrower() {
    JmhRow numerator = row("A", 1, HIGH);
    JmhRow denominator = row("B", 1, LOW);
    List<JmhRow> rows = new ArrayList<>(List.of(numerator, denominator));
    double alone = new LogRatios(rows).of(numerator, denominator).halfWidth();
    for (int i = 0; i < 10; i++) {
      rows.add(row("C" + i, 1, i % 2 == 0 ? HIGH : LOW));
    }
    assertThat(new LogRatios(rows).of(numerator, denominator).halfWidth()).isLessThan(alone);
  }

  @Test
  void rowsOfOneForkTeachNothing() {
    JmhRow numerator = row("A", 1, HIGH);
    JmhRow denominator = row("B", 1, LOW);
    List<JmhRow> rows = new ArrayList<>(List.of(numerator, denominator));
    Interval alone = new LogRatios(rows).of(numerator, denominator);
    for (int i = 0; i < 10; i++) {
      rows.add(row("C" + i, 1, List.of(100.0)));
    }
    assertThat(new LogRatios(rows).of(numerator, denominator)).isEqualTo(alone);
  }

  private static JmhRow row(String design, int threads, List<Double> forks) {
    return JmhRows.of(new Row("FindBenchmark.find", design, 0, threads), 1, forks, 0);
  }
}
