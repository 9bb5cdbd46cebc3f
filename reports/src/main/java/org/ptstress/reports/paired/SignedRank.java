package org.ptstress.reports.paired;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/** Wilcoxon's signed-rank test of the centre of some differences, without assuming their shape. */
final class SignedRank {
  /** Up to here the exact distribution is used, above the normal one. */
  private static final int EXACT = 50;

  private SignedRank() {}

  /**
   * The probability of differences so low, if their centre were a given one.
   *
   * @param differences at least one
   * @param centre the centre
   * @return a one-sided p-value, 0 to 1
   */
  static double probabilityBelow(double[] differences, double centre) {
    double[] shifted = new double[differences.length];
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = differences[i] - centre;
    }
    return WilcoxonSignedRankTest.withDefaults()
        .with(AlternativeHypothesis.LESS_THAN)
        .with(shifted.length <= EXACT ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
        .test(shifted)
        .getPValue();
  }

  /**
   * The probability of differences so high, if their centre were a given one.
   *
   * @param differences at least one
   * @param centre the centre
   * @return a one-sided p-value, 0 to 1
   */
  static double probabilityAbove(double[] differences, double centre) {
    double[] mirrored = new double[differences.length];
    for (int i = 0; i < mirrored.length; i++) {
      mirrored[i] = -differences[i];
    }
    return probabilityBelow(mirrored, -centre);
  }
}
