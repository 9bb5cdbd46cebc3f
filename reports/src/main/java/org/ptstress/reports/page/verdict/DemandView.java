package org.ptstress.reports.page.verdict;

import java.util.List;

/**
 * What somebody said of the RFC, and what the run shows about it.
 *
 * @param who the person
 * @param words what was said
 * @param quoted whether these are the words themselves
 * @param question the question that decides it
 * @param decision the answer in a sentence
 * @param groups what the run shows
 */
public record DemandView(
    String who,
    String words,
    boolean quoted,
    String question,
    DecisionView decision,
    List<Group> groups) {
  /**
   * Figures that belong together.
   *
   * @param label what they are
   * @param figures one for each design; empty if the run has none
   * @param missing why there are none, or empty
   */
  public record Group(String label, List<Figure> figures, String missing) {}

  /**
   * A figure for one design.
   *
   * @param design the design's name
   * @param value the figure, or the state of a claim
   * @param note what it rests on, or empty
   * @param cssClass how it is coloured
   * @param href the address of its evidence, or empty
   * @param ratio the figure as a number; NaN for the state of a claim
   */
  public record Figure(
      String design, String value, String note, String cssClass, String href, double ratio) {}
}
