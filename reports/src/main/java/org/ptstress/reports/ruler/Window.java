package org.ptstress.reports.ruler;

import java.util.List;
import org.ptstress.reports.paired.ForkScores;

/**
 * One comparison, made of rounds that have run.
 *
 * @param rounds the benchmark
 * @param baseline the slot that stands for the old code
 * @param candidate the slot that stands for the new code
 * @param from the first round
 */
record Window(Rounds rounds, Slot baseline, Slot candidate, int from) {
  /** The forks of the old code, in {@value Ruler#WINDOW} rounds. */
  List<ForkScores> old() {
    return rounds.forks(baseline, from, Ruler.WINDOW);
  }

  /** The forks of the new code, each paired with the one of the same place. */
  List<ForkScores> young() {
    return rounds.forks(candidate, from, Ruler.WINDOW);
  }
}
