package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.RunStatus;

class TracesTest {
  @Test
  void theShortestTraceOfEachClaimOfADesignIsKept() {
    List<ExplorationResult> rows =
        Traces.shortest(
            List.of(
                row("A", witness(Claim.UNIQUE_IDS, "long one"), witness(Claim.VALID_IDS, "v")),
                row("A", witness(Claim.UNIQUE_IDS, "short")),
                row("A", witness(Claim.UNIQUE_IDS, "equal")),
                row("B", witness(Claim.UNIQUE_IDS, "of another design"))));
    assertThat(rows)
        .extracting(row -> row.broken().stream().map(ExploredWitness::trace).toList())
        .containsExactly(
            List.of("", "v"), List.of("short"), List.of(""), List.of("of another design"));
    assertThat(rows.get(0).broken().get(0).replay()).isEqualTo("1>1");
  }

  @Test
  void traceThatWasDroppedBeforeIsNotTheShortest() {
    List<ExplorationResult> rows =
        Traces.shortest(
            List.of(
                row("A", witness(Claim.UNIQUE_IDS, "")),
                row("A", witness(Claim.UNIQUE_IDS, "of one shard")),
                row("A", witness(Claim.UNIQUE_IDS, "other"))));
    assertThat(rows)
        .extracting(row -> row.broken().get(0).trace())
        .containsExactly("", "", "other");
  }

  private static ExploredWitness witness(Claim claim, String trace) {
    return new ExploredWitness(claim, "bad", false, new Bound(1, 0), "1>1", trace);
  }

  private static ExplorationResult row(String design, ExploredWitness... witnesses) {
    return new ExplorationResult(
        design, "S", "", List.of(), RunStatus.RUN, "", null, 9, 0, 0.1, List.of(witnesses), null);
  }
}
