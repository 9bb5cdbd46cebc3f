package org.ptstress.stress.interleaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;

/** What is left of searches that a deadline ends. */
class SearchRowsTest {
  private final List<Search> searches = Search.of(Designs.named("RfcHash")).limit(2).toList();
  private final SearchRows rows = new SearchRows(searches, (done, total, what) -> {});

  private InterleavingResult shown() {
    Search search = searches.get(0);
    return new InterleavingResult(
        search.design().name(),
        search.name(),
        "",
        search.claims(),
        RunStatus.RUN,
        "",
        7,
        0.5,
        List.of(new BrokenClaim(Claim.VALID_IDS, "negative", "| |")));
  }

  @Test
  void whatWasShownStandsAndTheRestIsOutOfTime() {
    rows.shown(searches.get(0), shown());

    assertThat(rows.all(Deadline.OUT_OF_TIME))
        .extracting(
            InterleavingResult::status,
            InterleavingResult::reason,
            InterleavingResult::explored,
            row -> row.broken().size())
        .containsExactly(
            tuple(RunStatus.NOT_RUN, Deadline.OUT_OF_TIME, 7L, 1),
            tuple(RunStatus.NOT_RUN, Deadline.OUT_OF_TIME, 0L, 0));
  }

  @Test
  void theEndReplacesWhatWasShownBefore() {
    rows.shown(searches.get(0), shown());
    rows.ended(searches.get(0), shown());

    assertThat(rows.all(Deadline.OUT_OF_TIME).get(0)).isEqualTo(shown());
  }
}
