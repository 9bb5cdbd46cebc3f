package org.ptstress.run.cost;

import java.util.List;

/**
 * Whether two operations of two threads conflict.
 *
 * @param first an operation
 * @param second another one, made from the state that the first left
 * @param relation what they have in common
 * @param commutes whether the specification lets them be made in either order
 * @param states in how many states they were made, without those in which one grew the table
 * @param freeStates in how many of them they share nothing that either writes
 * @param stripes whether they share nothing any more after a compare-and-set has failed
 * @param culprits what they share otherwise, in the order of {@link Part} and name
 */
public record PairRow(
    Operation first,
    Operation second,
    Relation relation,
    boolean commutes,
    int states,
    int freeStates,
    boolean stripes,
    List<Culprit> culprits) {
  /** In so many of a hundred states two timers may meet in a bucket. */
  public static final int COLLISIONS = 2;

  /** Copies the list. */
  public PairRow {
    culprits = List.copyOf(culprits);
  }

  /**
   * Whether both are lookups.
   *
   * @return whether they say how lookups scale
   */
  public boolean joinsFinds() {
    return first == Operation.FIND && second == Operation.FIND;
  }

  /**
   * Whether both are creates or deletes, of different processes.
   *
   * @return whether they say how changes of processes that share nothing scale
   */
  public boolean joinsChangesOfTwoProcesses() {
    return relation == Relation.OTHER_PROCESS && first.isChange() && second.isChange();
  }

  /**
   * Whether they never conflict.
   *
   * @return whether they were free in every state
   */
  public boolean conflictFree() {
    return freeStates == states && states > 0;
  }

  /**
   * The cause of their conflict.
   *
   * @return means nothing if they are free of conflicts
   */
  public Blame blame() {
    if (!commutes) {
      return Blame.INTERFACE;
    }
    if (stripes) {
      return Blame.STRIPES;
    }
    return culprits.stream().anyMatch(culprit -> culprit.part() == Part.TABLE)
        ? Blame.DESIGN
        : Blame.CALLS;
  }
}
