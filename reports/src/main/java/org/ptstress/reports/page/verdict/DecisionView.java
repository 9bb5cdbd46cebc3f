package org.ptstress.reports.page.verdict;

import org.ptstress.reports.verdict.VerdictClass;

/**
 * A reviewer's demand and what decides it, in a line.
 *
 * @param who the person
 * @param demand what was demanded, in a few words
 * @param figure the figure that decides it
 * @param answer a sentence that says what the figure is
 * @param cssClass how the figure is coloured
 * @param href the address of what it rests on, or empty
 */
public record DecisionView(
    String who, String demand, String figure, String answer, String cssClass, String href) {
  /** What is said where the run has nothing to say. */
  static DecisionView missing(String who, String demand, String why) {
    return new DecisionView(
        who,
        demand,
        VerdictClass.NOT_RUN.symbol() + " no figure",
        "Not measured in this run: " + why,
        VerdictClass.NOT_RUN.cssClass(),
        "");
  }
}
