package org.ptstress.reports.ruler;

import java.util.List;

/**
 * The forks of a round, in the order in which every other round runs them; the rounds between run
 * them the other way round. What is paired runs one right after the other, but for the slowest,
 * which has a fork between: its differences scatter a little more than those of the gate.
 */
public enum Slot {
  /** Takes 5 per cent longer. */
  FIVE(5),
  /** The baseline. */
  BASE(0),
  /** The same code once more. */
  SAME(0),
  /** Takes 10 per cent longer. */
  TEN(10),
  /** Takes 20 per cent longer. */
  TWENTY(20);

  /** What is compared with a baseline, the least slow first. */
  public static final List<Slot> COMPARED = List.of(SAME, FIVE, TEN, TWENTY);

  private final int percent;

  Slot(int percent) {
    this.percent = percent;
  }

  /**
   * The slowdown.
   *
   * @return how much longer an operation takes, in per cent
   */
  public int percent() {
    return percent;
  }

  /**
   * How the slowdown is made.
   *
   * @param batch how many operations count
   * @return how many more are done
   */
  public int extra(int batch) {
    return percent * batch / 100;
  }

  /** What it is compared with. */
  Slot baseline() {
    return this == FIVE || this == SAME ? BASE : SAME;
  }
}
