package org.ptstress.run.cost;

import org.ptstress.run.cost.CountedClaims.Answer;

/** Whether a create that finds all ids taken ends, whatever others do meanwhile. */
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
