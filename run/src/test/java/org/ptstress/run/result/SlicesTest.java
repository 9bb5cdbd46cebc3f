package org.ptstress.run.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;

/** What slices of an exploration are together. */
class SlicesTest {
  private static final String TREE = "118 steps, 9f3ac01d";
  private static final Bound BOUND = new Bound(3, 3);

  @Test
  void everyStepIsInOneSlice() {
    List<Slice> slices =
        IntStream.rangeClosed(1, 4).mapToObj(number -> new Slice(number, 4, "")).toList();
    for (int step = 0; step < 20; step++) {
      int each = step;
      assertThat(slices).filteredOn(slice -> slice.includes(each)).hasSize(1);
    }
    assertThat(Slice.WHOLE.includes(17)).isTrue();
  }

  @Test
  void theNameOfASliceHoldsItsScenarioAndTheirCount() {
    String part = new Slice(2, 12, "").partOf("OneFreeId");
    assertThat(part).isEqualTo("OneFreeId/2-of-12");
    assertThat(Slice.scenarioOf(part)).isEqualTo("OneFreeId");
    assertThat(Slice.countIn(part)).isEqualTo(12);
    assertThat(Slice.scenarioOf(Slice.WHOLE.partOf("OneFreeId"))).isEqualTo("OneFreeId");
    assertThat(Slice.countIn("OneFreeId")).isEqualTo(1);
  }

  @Test
  void allSlicesAreAWhole() {
    assertThat(Slices.joined(List.of(row(1, TREE, BOUND), row(2, TREE, new Bound(3, 2)))))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.RUN);
              assertThat(row.slice()).isNull();
              assertThat(row.exhausted()).isEqualTo(new Bound(3, 2));
              assertThat(row.executions()).isEqualTo(200);
              assertThat(row.walks()).isEqualTo(20);
              assertThat(row.seconds()).isEqualTo(3);
            });
  }

  @Test
  void nothingIsExhaustedWhereASliceIsNotOrDividedSomethingElse() {
    assertThat(Slices.joined(List.of(row(1, TREE, BOUND), row(2, TREE, null))))
        .extracting(ExplorationResult::exhausted)
        .containsOnlyNulls();
    assertThat(Slices.joined(List.of(row(1, TREE, BOUND), row(2, "119 steps, 0", BOUND))))
        .extracting(ExplorationResult::exhausted)
        .containsOnlyNulls();
  }

  @Test
  void aSliceAloneHasNotRunButBreaksWhatItBreaks() {
    ExplorationResult broken = row(2, TREE, null).with(List.of(witness(Claim.UNIQUE_IDS, 2, "")));
    assertThat(Slices.joined(List.of(broken)))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).isEqualTo("of 2 slices 1 did not run: it is in no folder");
              assertThat(row.exhausted()).isNull();
              assertThat(row.broken())
                  .extracting(ExploredWitness::claim)
                  .containsExactly(Claim.UNIQUE_IDS);
            });
  }

  @Test
  void theReasonOfASliceThatDidNotRunIsKept() {
    assertThat(Slices.joined(List.of(row(1, TREE, BOUND), lost(2, "its child was killed"))))
        .extracting(ExplorationResult::reason)
        .containsExactly("of 2 slices 2 did not run: its child was killed");
  }

  /** What was lost here would else be taken for another shard's. */
  @Test
  void theReasonOfASliceOfThisShardGoesFirst() {
    assertThat(Slices.joined(List.of(lost(1, Evidence.ELSEWHERE), lost(2, "its child was killed"))))
        .extracting(ExplorationResult::reason)
        .containsExactly("of 2 slices 1, 2 did not run: its child was killed");
  }

  @Test
  void aSliceThatRanTwiceCountsOnceAndForNoOther() {
    ExplorationResult again = row(1, TREE, BOUND).with(List.of(witness(Claim.UNIQUE_IDS, 2, "")));
    assertThat(Slices.joined(List.of(row(1, TREE, BOUND), again, lost(2, "it hung"))))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).isEqualTo("of 2 slices 2 did not run: it hung");
              assertThat(row.broken()).hasSize(1);
            });
    assertThat(Slices.joined(List.of(row(1, TREE, BOUND), again, row(2, TREE, BOUND))))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.RUN);
              assertThat(row.exhausted()).isEqualTo(BOUND);
              assertThat(row.executions()).isEqualTo(200);
              assertThat(row.broken()).hasSize(1);
            });
  }

  /** A second run of a unit is kept for its witness. */
  @Test
  void noRowOfAnUndividedScenarioIsLostBesideSlices() {
    ExplorationResult whole = row("TwoProcesses", null, BOUND);
    ExplorationResult again = whole.with(List.of(witness(Claim.UNIQUE_IDS, 1, "")));
    assertThat(Slices.joined(List.of(whole, again, row(1, TREE, BOUND), row(2, TREE, BOUND))))
        .startsWith(whole, again)
        .hasSize(3);
  }

  @Test
  void ofTwoWitnessesTheOneWithATraceIsKeptOrTheNearer() {
    ExplorationResult one =
        row(1, TREE, BOUND)
            .with(List.of(witness(Claim.UNIQUE_IDS, 2, "steps"), witness(Claim.VALID_IDS, 2, "")));
    ExplorationResult other =
        row(2, TREE, BOUND)
            .with(List.of(witness(Claim.UNIQUE_IDS, 1, ""), witness(Claim.VALID_IDS, 1, "")));
    assertThat(Slices.joined(List.of(one, other)))
        .flatExtracting(ExplorationResult::broken)
        .extracting(each -> each.claim() + " " + each.bound().preemptions())
        .containsExactlyInAnyOrder("UNIQUE_IDS 2", "VALID_IDS 1");
  }

  /** A promise that is broken on weak memory only is contradicted by an order of steps. */
  @Test
  void aWitnessThatTakesNoWeakMemoryIsKeptBesideOneThatDoes() {
    ExploredWitness weak =
        new ExploredWitness(Claim.UNIQUE_IDS, "two", true, new Bound(0, 1), "", "steps");
    ExploredWitness order = witness(Claim.UNIQUE_IDS, 2, "");
    assertThat(
            Slices.joined(
                List.of(
                    row(1, TREE, BOUND).with(List.of(weak)),
                    row(2, TREE, BOUND).with(List.of(order, witness(Claim.UNIQUE_IDS, 3, ""))))))
        .flatExtracting(ExplorationResult::broken)
        .containsExactly(weak, order);
  }

  @Test
  void whatIsNotDividedStaysAsItIs() {
    ExplorationResult whole = row("TwoProcesses", null, BOUND);
    assertThat(Slices.joined(List.of(whole))).containsExactly(whole);
    assertThat(Slices.joined(List.of(row(1, TREE, BOUND), whole, row(2, TREE, BOUND))))
        .extracting(ExplorationResult::scenario)
        .containsExactly("OneFreeId", "TwoProcesses");
  }

  /** A slice that found nothing is no evidence for the claim: the others may break it. */
  @Test
  void noPromiseIsKeptBySomeOfItsSlices() {
    List<RunStatus> statuses =
        Stream.of(List.of(row(1, TREE, BOUND)), List.of(row(1, TREE, BOUND), row(2, TREE, BOUND)))
            .map(
                rows ->
                    new EvidenceFiles(List.of(), List.of(), List.of(), List.of(), rows, "amd64"))
            .map(
                files ->
                    files
                        .about("RfcHash", new Promise(Claim.UNIQUE_IDS, Expectation.HOLDS, ""))
                        .get(0)
                        .status())
            .toList();
    assertThat(statuses).containsExactly(RunStatus.NOT_RUN, RunStatus.RUN);
  }

  private static ExploredWitness witness(Claim claim, int preemptions, String trace) {
    return new ExploredWitness(claim, "two timers", false, new Bound(preemptions, 0), "", trace);
  }

  private static ExplorationResult row(int number, String tree, @Nullable Bound exhausted) {
    return row("OneFreeId", new Slice(number, 2, tree), exhausted);
  }

  private static ExplorationResult lost(int number, String reason) {
    return new ExplorationResult(
        "RfcHash",
        "OneFreeId",
        "",
        List.of(Claim.UNIQUE_IDS),
        RunStatus.NOT_RUN,
        reason,
        null,
        0,
        0,
        0,
        List.of(),
        new Slice(number, 2, ""));
  }

  private static ExplorationResult row(
      String scenario, @Nullable Slice slice, @Nullable Bound exhausted) {
    return new ExplorationResult(
        "RfcHash",
        scenario,
        "",
        List.of(Claim.UNIQUE_IDS),
        RunStatus.RUN,
        "",
        exhausted,
        100,
        10,
        1.5,
        List.of(),
        slice);
  }
}
