package org.ptstress.reports.gate;

import java.util.List;

/**
 * At how many pairs a comparison may end, and how much of the error each look may use. The parts
 * add up to the error of the whole (Bonferroni), so that looking often raises no more alarms.
 *
 * @param all the looks, with rising numbers of pairs
 */
public record StoppingRule(List<Look> all) {
  /** The probability beyond one end of an interval, over all looks together. */
  private static final double ERROR = 0.025;

  /** The least probability that eight differences can have in the signed-rank test: 1 in 2^8. */
  private static final double EIGHT_ALIKE = 1.0 / 256;

  private static final double SECOND = 0.006;

  /**
   * Clear cases end after eight pairs; none takes more than twenty. Most of the error is kept for
   * the last look, where it finds most. (A look at six pairs, of which 1 in 2^6 are alike by
   * chance, would leave it little.)
   *
   * <p>Among several subjects the first look can find nothing slower, nor the second among 25 or
   * more: Holm's correction asks for more than so few pairs can show. There they end what is as
   * before, so that the time goes to what may not be.
   */
  public static final StoppingRule DEFAULT = endingAt(20);

  public StoppingRule {
    all = List.copyOf(all);
  }

  /**
   * The looks of a comparison with more pairs than usual, for a machine that needs them. The error
   * stays the same.
   *
   * @param pairs the pairs of the last look, more than 12
   * @return looks at 8, 12 and that many
   * @throws IllegalArgumentException if it is not more
   */
  public static StoppingRule endingAt(int pairs) {
    if (pairs <= 12) {
      throw new IllegalArgumentException("The last look is at " + pairs + " pairs, not after 12.");
    }
    return new StoppingRule(
        List.of(
            new Look(8, EIGHT_ALIKE),
            new Look(12, SECOND),
            new Look(pairs, ERROR - SECOND - EIGHT_ALIKE)));
  }

  /**
   * One look.
   *
   * @param pairs the number of pairs
   * @param share its part of the error: what may lie beyond one end of its interval
   */
  public record Look(int pairs, double share) {}

  /**
   * The pairs of the last look.
   *
   * @return how many
   */
  public int most() {
    return last().pairs();
  }

  /** The last look. */
  Look last() {
    return all.get(all.size() - 1);
  }
}
