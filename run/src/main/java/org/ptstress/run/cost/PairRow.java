package org.ptstress.run.cost;

import java.util.List;

/**
 * Whether two operations of two threads conflict.
 *
 * @param first an operation
 * @param second another one, executed from the state that the first left
 * @param relation what they have in common
 * @param commutes whether the specification gives equal results in either order
 * @param states the number of states in which they ran, without those in which one grew the table
 * @param freeStates the number of these in which they share no location that either writes
 * @param stripes whether they share no location any more once a compare-and-set has failed
 * @param culprits the shared locations in the other states, ordered by {@link Part} and name
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
  /** The number of states, of a hundred, in which two timers may share a bucket by chance. */
  public static final int COLLISIONS = 2;

  /** Copies the list. */
  public PairRow {
    culprits = List.copyOf(culprits);
  }

  /**
   * Whether both are lookups.
   *
   * @return whether the pair shows how lookups scale
   */
  public boolean joinsFinds() {
    return first == Operation.FIND && second == Operation.FIND;
  }

  /**
   * Whether both are creates or deletes, of different processes.
   *
   * @return whether the pair shows how changes by unrelated processes scale
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
   * @return the cause; meaningless for a pair without conflicts
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
