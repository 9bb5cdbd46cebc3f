package org.ptstress.stress.cost;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What conflicts say of how a design scales. */
public enum Scaling {
  /** Lookups share nothing that either writes, whoever makes them. */
  SCALABLE_FIND {
    @Override
    Optional<String> brokenBy(PairRow pair) {
      return pair.first() == Operation.FIND && pair.second() == Operation.FIND
          ? conflict(pair, 0)
          : Optional.empty();
    }
  },
  /**
   * Creates and deletes of different processes share nothing that either writes, but where their
   * timers happen to fall into one bucket.
   */
  SCALABLE_CREATE {
    @Override
    Optional<String> brokenBy(PairRow pair) {
      return pair.relation() == Relation.OTHER_PROCESS
              && CHANGES.contains(pair.first())
              && CHANGES.contains(pair.second())
          ? conflict(pair, COLLISIONS)
          : Optional.empty();
    }
  },
  /**
   * A lookup shares with a create or delete of another timer nothing that it writes itself, and
   * nothing of a lock.
   */
  FIND_BESIDE_CHANGE {
    @Override
    Optional<String> brokenBy(PairRow pair) {
      if (pair.first() != Operation.FIND
          || !CHANGES.contains(pair.second())
          || pair.relation() == Relation.SAME_TIMER) {
        return Optional.empty();
      }
      return pair.culprits().stream()
          .filter(culprit -> culprit.lock() || culprit.firstWrites())
          .findFirst()
          .map(culprit -> sentence(pair, culprit, pair.states() - pair.freeStates()));
    }
  };

  private static final List<Operation> CHANGES = List.of(Operation.CREATE, Operation.DELETE);

  /** What stands in the way most often; of that a lock before what it guards. */
  private static final Comparator<Culprit> WEIGHT =
      Comparator.comparing(Culprit::states).thenComparing(Culprit::lock);

  /** In so many of a hundred states two timers may meet in a bucket. */
  private static final int COLLISIONS = 2;

  /** Whether a pair breaks it, a sentence; empty if not, or if it says nothing about the pair. */
  abstract Optional<String> brokenBy(PairRow pair);

  /**
   * Whether a design does not scale so.
   *
   * @param costs its costs, which were recorded
   * @return why not, a sentence with the location at fault; empty if it does
   */
  public Optional<String> brokenBy(DesignCosts costs) {
    return costs.pairs().stream().map(this::brokenBy).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> conflict(PairRow pair, int allowed) {
    int conflicting = pair.states() - pair.freeStates();
    if (conflicting <= allowed) {
      return Optional.empty();
    }
    return pair.culprits().stream()
        .max(WEIGHT)
        .map(culprit -> sentence(pair, culprit, conflicting));
  }

  private static String sentence(PairRow pair, Culprit culprit, int conflicting) {
    return pair.first().text()
        + " and "
        + pair.second().text()
        + " ("
        + pair.relation().text()
        + ") share "
        + culprit.location()
        + ": "
        + culprit.accesses()
        + ", in "
        + conflicting
        + " of "
        + pair.states()
        + " states"
        + (pair.stripes() ? ", until a compare-and-set fails" : "");
  }
}
