package org.ptstress.run.cost;

import java.util.List;

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
   * Joins the rows of two files.
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
   * A copy marked as incomplete.
   *
   * @param problem why no more rows came, a sentence
   * @return costs with a problem
   */
  public DesignCosts cutShort(String problem) {
    return new DesignCosts(
        new Accesses(
            accesses.design(),
            problem,
            accesses.compiler(),
            accesses.search(),
            accesses.counts(),
            accesses.workingSets()),
        new Conflicts(conflicts.design(), problem, conflicts.pairs()));
  }

  /** The recorded extent of the planned rows. */
  public enum Extent {
    /** Everything. */
    WHOLE,
    /** Some rows, each complete; others are missing. */
    PART,
    /** No row. */
    NOTHING
  }

  /**
   * How much was recorded.
   *
   * @return {@link Extent#WHOLE} without a problem only
   */
  public Extent extent() {
    if (problem().isEmpty()) {
      return Extent.WHOLE;
    }
    return accesses.counts().isEmpty() && conflicts.pairs().isEmpty()
        ? Extent.NOTHING
        : Extent.PART;
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
   * Why nothing is known, or not everything.
   *
   * @return a sentence, or "" if everything is
   */
  public String problem() {
    return accesses.problem().isEmpty() ? conflicts.problem() : accesses.problem();
  }
}
