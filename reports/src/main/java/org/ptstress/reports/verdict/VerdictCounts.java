package org.ptstress.reports.verdict;

import java.util.Collection;
import java.util.List;
import org.ptstress.run.result.VerdictRow;

/**
 * Verdicts by their class.
 *
 * @param holds promises that nothing speaks against
 * @param bugsShown known bugs that were caught
 * @param contradicted expectations that the run speaks against
 * @param notRun expectations without evidence
 * @param notApplicable claims that say nothing about a design, as it says itself
 */
public record VerdictCounts(
    int holds, int bugsShown, int contradicted, int notRun, int notApplicable) {
  /**
   * Counts verdicts.
   *
   * @param rows the verdicts
   * @return how many there are of each class
   */
  public static VerdictCounts ofRows(Collection<VerdictRow> rows) {
    return of(rows.stream().map(VerdictClass::of).toList());
  }

  /**
   * Counts classes.
   *
   * @param states the class of each verdict
   * @return how many there are of each
   */
  public static VerdictCounts of(Collection<VerdictClass> states) {
    return new VerdictCounts(
        count(states, List.of(VerdictClass.HOLDS)),
        count(states, List.of(VerdictClass.BUG_SHOWN)),
        count(states, List.of(VerdictClass.PROMISE_BROKEN, VerdictClass.BUG_NOT_FOUND)),
        count(states, List.of(VerdictClass.NOT_RUN)),
        count(states, List.of(VerdictClass.DOES_NOT_APPLY)));
  }

  private static int count(Collection<VerdictClass> states, List<VerdictClass> wanted) {
    return (int) states.stream().filter(wanted::contains).count();
  }

  /** Expectations that the run agrees with. */
  public int confirmed() {
    return holds + bugsShown + notApplicable;
  }

  public String sentence() {
    return confirmed() + " confirmed, " + contradicted + " contradicted, " + notRun + " not run";
  }
}
