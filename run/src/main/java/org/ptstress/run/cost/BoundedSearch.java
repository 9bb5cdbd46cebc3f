package org.ptstress.run.cost;

import org.ptstress.run.cost.CountedClaims.Answer;

/** Decides whether a create that finds all ids taken terminates, whatever concurrent calls do. */
final class BoundedSearch {
  private static final String SUBJECT = "creates beside an adversary";

  private BoundedSearch() {}

  static Answer answer(Accesses accesses) {
    SearchSteps search = accesses.search();
    if (search == null) {
      return Answer.none(SUBJECT, "the steps of a create were not counted");
    }
    return search.problem().isEmpty()
        ? new Answer(SUBJECT, "", search.exceedsBound(), search.creates(), search.text())
        : Answer.none(SUBJECT, search.problem());
  }
}
