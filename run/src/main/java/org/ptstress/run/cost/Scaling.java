package org.ptstress.run.cost;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ptstress.run.cost.CountedClaims.Answer;

/** Decides from its conflicts how a design scales. */
final class Scaling {
  /** The most frequent obstacle; a lock before the data that it guards. */
  private static final Comparator<Culprit> WEIGHT =
      Comparator.comparing(Culprit::states).thenComparing(Culprit::lock);

  private Scaling() {}

  /** No two lookups share a location that either writes, be they drawn or of all timers. */
  static Answer find(DesignCosts costs) {
    String subject = "find beside find";
    Answer drawn =
        answer(subject, costs.conflicts(), PairRow::joinsFinds, pair -> conflict(pair, 0));
    if (drawn.broken()) {
      return drawn;
    }
    return costs.accesses().workingSets().stream()
        .filter(set -> !set.shared().isEmpty())
        .findFirst()
        .map(set -> new Answer(subject, "", true, set.timers(), sentence(set)))
        .orElse(drawn);
  }

  private static String sentence(WorkingSet set) {
    return "finds of all timers ("
        + set.population().text()
        + ") write "
        + String.join(", ", set.shared())
        + ", which finds of another thread access";
  }

  /**
   * Creates and deletes of different processes share no location that either writes, except where
   * their timers hash to one bucket.
   */
  static Answer create(Conflicts conflicts) {
    return answer(
        "create and delete of two processes",
        conflicts,
        PairRow::joinsChangesOfTwoProcesses,
        pair -> conflict(pair, PairRow.COLLISIONS));
  }

  /**
   * A lookup shares with a create or delete of another timer no location that the lookup writes,
   * and none of a lock.
   */
  static Answer findBesideChange(Conflicts conflicts) {
    return answer(
        "find beside create and delete",
        conflicts,
        pair ->
            pair.first() == Operation.FIND
                && pair.second().isChange()
                && pair.relation() != Relation.SAME_TIMER,
        pair ->
            pair.culprits().stream()
                .filter(culprit -> culprit.lock() || culprit.firstWrites())
                .max(WEIGHT)
                .map(culprit -> sentence(pair, culprit, culprit.states())));
  }

  private static Answer answer(
      String subject,
      Conflicts conflicts,
      Predicate<PairRow> says,
      Function<PairRow, Optional<String>> brokenBy) {
    List<PairRow> pairs = conflicts.pairs().stream().filter(says).toList();
    long states = pairs.stream().mapToLong(PairRow::states).sum();
    if (states == 0) {
      return Answer.none(subject, "no state was recorded");
    }
    long free = pairs.stream().mapToLong(PairRow::freeStates).sum();
    return pairs.stream()
        .map(brokenBy)
        .flatMap(Optional::stream)
        .findFirst()
        .map(why -> new Answer(subject, "", true, states, why))
        .orElseGet(
            () ->
                new Answer(
                    subject,
                    "",
                    false,
                    states,
                    free + " of " + states + " pairs are conflict-free"));
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
