package org.ptstress.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;

class ExploredDepthTest {
  private static final VerdictRow ROW =
      new VerdictRow(
          "Table", Claim.UNIQUE_IDS, Expectation.HOLDS, Verdict.CONFIRMED, "", List.of());

  @Test
  void theBoundsOfTheScenariosThatDecideTheClaimAreCounted() {
    assertThat(
            ExploredDepth.of(
                ROW,
                List.of(
                    explored("Table", new Bound(1, 1), Claim.UNIQUE_IDS),
                    explored("Table", new Bound(2, 0), Claim.UNIQUE_IDS),
                    explored("Table", new Bound(1, 1), Claim.UNIQUE_IDS, Claim.VALID_IDS),
                    explored("Table", null, Claim.UNIQUE_IDS),
                    explored("Table", new Bound(0, 0), Claim.VALID_IDS),
                    explored("Other", new Bound(0, 0), Claim.UNIQUE_IDS))))
        .isEqualTo(
            "Of 4 scenarios explored in full: 1 within 2 preemptions and 0 stale reads, 2 within 1"
                + " preemption and 1 stale read.");
  }

  @Test
  void nothingIsSaidOfWhatWasNotExplored() {
    assertThat(ExploredDepth.of(ROW, List.of())).isEmpty();
    assertThat(ExploredDepth.of(ROW, List.of(explored("Table", null, Claim.UNIQUE_IDS)))).isEmpty();
  }

  private static ExplorationResult explored(
      String design, @Nullable Bound exhausted, Claim... claims) {
    return new ExplorationResult(
        design,
        "Scenario",
        "",
        List.of(claims),
        RunStatus.RUN,
        "",
        exhausted,
        10,
        0,
        1,
        List.of(),
        null);
  }
}
