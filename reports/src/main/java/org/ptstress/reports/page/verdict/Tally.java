package org.ptstress.reports.page.verdict;

import java.util.Collection;
import java.util.List;

/**
 * The answer in numbers.
 *
 * @param holds promises that nothing speaks against
 * @param bugsShown known bugs that were caught
 * @param contradicted expectations that the run speaks against
 * @param notRun expectations without evidence
 * @param notApplicable claims that say nothing about a design, as it says itself
 */
public record Tally(int holds, int bugsShown, int contradicted, int notRun, int notApplicable) {
  public static Tally of(Collection<CellState> states) {
    return new Tally(
        count(states, List.of(CellState.HOLDS)),
        count(states, List.of(CellState.BUG_SHOWN)),
        count(states, List.of(CellState.PROMISE_BROKEN, CellState.BUG_NOT_FOUND)),
        count(states, List.of(CellState.NOT_RUN)),
        count(states, List.of(CellState.DOES_NOT_APPLY)));
  }

  private static int count(Collection<CellState> states, List<CellState> wanted) {
    return (int) states.stream().filter(wanted::contains).count();
  }

  /** What the run agrees with, as the command line counts it. */
  public int confirmed() {
    return holds + bugsShown + notApplicable;
  }

  public String sentence() {
    return confirmed() + " confirmed, " + contradicted + " contradicted, " + notRun + " not run";
  }
}
