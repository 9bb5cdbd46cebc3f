package org.ptstress.reports.paired;

import java.util.List;

/**
 * At how many pairs a comparison may end, and how much of the error each look may use. The parts
 * add up to the error of the whole (Bonferroni), so that looking often raises no more alarms.
 *
 * @param all the looks, with rising numbers of pairs
 */
public record Looks(List<Look> all) {
  /** What may lie beyond one end of an interval, over all looks together. */
  static final double ERROR = 0.025;

  /** The least probability that six differences can have in the signed-rank test: 1 in 2^6. */
  private static final double SIX_ALIKE = 1.0 / 64;

  private static final double LATER = (ERROR - SIX_ALIKE) / 2;

  /** Clear cases end after six pairs; none takes more than twenty. */
  public static final Looks DEFAULT =
      new Looks(List.of(new Look(6, SIX_ALIKE), new Look(12, LATER), new Look(20, LATER)));

  /** Copies the list. */
  public Looks {
    all = List.copyOf(all);
  }

  /**
   * One look.
   *
   * @param pairs how many pairs there are
   * @param share its part of the error
   */
  public record Look(int pairs, double share) {}

  /** The part of the error that the interval of each look may use. */
  double tail() {
    return ERROR / all.size();
  }

  /** The pairs of the last look. */
  int most() {
    return all.get(all.size() - 1).pairs();
  }
}
