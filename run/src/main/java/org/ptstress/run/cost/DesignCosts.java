package org.ptstress.run.cost;

import java.util.List;
import org.ptstress.run.process.Deadline;

/**
 * The counted costs of a design.
 *
 * @param accesses what its operations cost
 * @param conflicts which of them conflict
 */
public record DesignCosts(Accesses accesses, Conflicts conflicts) {
  /**
   * Nothing is known.
   *
   * @param design the design's name
   * @param problem why, a sentence
   * @return costs without rows
   */
  public static DesignCosts none(String design, String problem) {
    return new DesignCosts(
        new Accesses(design, problem, null, null, List.of(), List.of()),
        new Conflicts(design, problem, List.of()));
  }

  /**
   * Joins what two files say.
   *
   * @param accesses the rows of {@code accesses.json}
   * @param conflicts the rows of {@code conflicts.json}
   * @return the costs of every design that is in the first; one that is not in the second, too, has
   *     a problem
   */
  public static List<DesignCosts> join(List<Accesses> accesses, List<Conflicts> conflicts) {
    return accesses.stream()
        .map(
            each ->
                conflicts.stream()
                    .filter(other -> other.design().equals(each.design()))
                    .findFirst()
                    .map(other -> new DesignCosts(each, other))
                    .orElseGet(() -> none(each.design(), "its conflicts were not recorded")))
        .toList();
  }

  /**
   * What was recorded before the time was over.
   *
   * @param accesses the accesses so far
   * @param conflicts the conflicts so far: every pair, or none
   * @return costs with rows and a problem
   */
  public static DesignCosts cutOff(Accesses accesses, Conflicts conflicts) {
    return new DesignCosts(
        new Accesses(
            accesses.design(),
            Deadline.OUT_OF_TIME,
            accesses.compiler(),
            accesses.search(),
            accesses.counts(),
            accesses.workingSets()),
        new Conflicts(conflicts.design(), Deadline.OUT_OF_TIME, conflicts.pairs()));
  }

  /**
   * Whether the time was over before everything was recorded.
   *
   * @return whether rows may be missing, and those that are there say what they say
   */
  public boolean lacksRows() {
    return problem().equals(Deadline.OUT_OF_TIME);
  }

  /**
   * Whose costs they are.
   *
   * @return the design's name
   */
  public String design() {
    return accesses.design();
  }

  /**
   * Why nothing is known, or not everything if it {@link #lacksRows}.
   *
   * @return a sentence, or "" if everything is
   */
  public String problem() {
    return accesses.problem().isEmpty() ? conflicts.problem() : accesses.problem();
  }
}
