package org.ptstress.reports.page.verdict;

import java.util.List;
import org.ptstress.reports.verdict.VerdictClass;

/**
 * A reviewer's demand, what the run shows about it, and the figure that decides it.
 *
 * @param who the reviewer
 * @param demand what was demanded, in a few words
 * @param words the words of the demand
 * @param quoted whether these are the words themselves
 * @param question the question that decides it
 * @param decision the answer
 * @param groups the figures of the run
 */
public record DemandView(
    String who,
    String demand,
    String words,
    boolean quoted,
    String question,
    Decision decision,
    List<Group> groups) {
  /**
   * The answer to a demand.
   *
   * @param figure the figure that decides it
   * @param answer a sentence on the figure
   * @param cssClass the colour of the figure
   * @param href the address of its evidence, or empty
   */
  public record Decision(String figure, String answer, String cssClass, String href) {
    /** The answer of a run that has no figure. */
    static Decision missing(String why) {
      return new Decision(
          VerdictClass.NOT_RUN.symbol() + " no figure",
          "Not measured in this run: " + why,
          VerdictClass.NOT_RUN.cssClass(),
          "");
    }
  }

  /**
   * Figures that belong together.
   *
   * @param label the label of the figures
   * @param figures one for each design; empty if the run has none
   * @param missing why there are none, or empty
   */
  public record Group(String label, List<Figure> figures, String missing) {}

  /**
   * A figure for one design.
   *
   * @param design the design's name
   * @param value the figure, or the state of a claim
   * @param note its evidence, or empty
   * @param cssClass its colour
   * @param href the address of its evidence, or empty
   * @param ratio the figure as a number; NaN for the state of a claim
   */
  public record Figure(
      String design, String value, String note, String cssClass, String href, double ratio) {}
}
