package org.ptstress.reports.gate;

import java.util.List;
import org.ptstress.run.result.JmhRow;

/**
 * Ratios of speeds inside one run, with the noise of their forks learnt from all rows as in the
 * gate: three forks alone say too little about their spread.
 */
public final class LogRatios {
  /**
   * The probability that may lie beyond either end of an interval: small, because a run asks for
   * dozens of ratios, and asks again after further forks.
   */
  private static final double TAIL = 0.025;

  private final NoiseModel noise;

  /**
   * Learns the noise.
   *
   * @param rows the rows of the run
   */
  public LogRatios(List<JmhRow> rows) {
    this.noise = new NoiseModel(rows.stream().filter(row -> row.speeds().size() > 1).toList());
  }

  /**
   * The natural logarithm of a ratio of speeds, with one-sided 97.5 % bounds.
   *
   * @param numerator a row with at least two forks
   * @param denominator another one
   * @return the estimate between its bounds
   */
  public Interval of(JmhRow numerator, JmhRow denominator) {
    double effect = meanLog(numerator) - meanLog(denominator);
    return new Contrast(effect, 1, List.of(noise.of(numerator), noise.of(denominator)))
        .interval(TAIL);
  }

  private static double meanLog(JmhRow row) {
    return row.speeds().stream().mapToDouble(Math::log).average().orElseThrow();
  }
}
