package org.ptstress.run.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ptstress.model.Claim.EVEN_BUCKETS;
import static org.ptstress.model.Claim.NO_STALE_FIND;
import static org.ptstress.model.Claim.SCALABLE_FIND;
import static org.ptstress.model.Claim.SINGLE_DELETE;
import static org.ptstress.model.Claim.UNIQUE_IDS;
import static org.ptstress.model.Claim.VALID_IDS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.Culprit;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.PairRow;
import org.ptstress.run.cost.Part;
import org.ptstress.run.cost.Relation;

class EvidenceFilesTest {
  private static final RaceResult RACE =
      new RaceResult(
          "D",
          "Race",
          "",
          2,
          List.of(UNIQUE_IDS),
          RunStatus.RUN,
          "",
          false,
          10,
          List.of(
              new OutcomeCount("ok, sound", "ACCEPTABLE", 8, "", List.of()),
              new OutcomeCount("bad", "FORBIDDEN", 2, "", List.of(VALID_IDS)),
              new OutcomeCount("unseen", "FORBIDDEN", 0, "", List.of(SINGLE_DELETE))),
          List.of(new Configuration("-Xint", 4), new Configuration("-Xmx1g", 6)),
          1.5,
          null);
  private static final InterleavingResult SEARCH =
      new InterleavingResult(
          "D",
          "Search",
          "",
          List.of(UNIQUE_IDS),
          RunStatus.RUN,
          "",
          7,
          0.1,
          List.of(new BrokenClaim(NO_STALE_FIND, "stale", "| |")));
  private static final ExplorationResult EXPLORATION =
      new ExplorationResult(
          "W",
          "CreateAgainstFind",
          "",
          List.of(UNIQUE_IDS),
          RunStatus.RUN,
          "",
          new Bound(2, 1),
          1_200,
          200,
          0.1,
          List.of(new ExploredWitness(NO_STALE_FIND, "stale", true, new Bound(1, 1), "0 1", "| |")),
          null);
  private static final EvidenceFiles FILES =
      new EvidenceFiles(
          List.of(RACE),
          List.of(SEARCH),
          List.of(check("Spread", true), check("Second", false)),
          List.of(),
          List.of(EXPLORATION));

  @Test
  void scenarioIsEvidenceForTheClaimsThatItDecides() {
    assertThat(about("D", UNIQUE_IDS, Expectation.HOLDS))
        .extracting(Evidence::tool, Evidence::broken, Evidence::samples)
        .containsExactly(tuple(Tool.RACE, false, 10L), tuple(Tool.INTERLEAVING, false, 7L));
  }

  @Test
  void raceThatBreaksAnotherClaimIsEvidenceAgainstIt() {
    assertThat(about("D", VALID_IDS, Expectation.HOLDS))
        .singleElement()
        .satisfies(
            evidence -> {
              assertThat(evidence.broken()).isTrue();
              assertThat(evidence.witnesses()).containsExactly(new Witness("bad", 2));
              assertThat(evidence.configuration()).isEqualTo("-Xint | -Xmx1g");
            });
  }

  @Test
  void searchThatBreaksAnotherClaimIsEvidenceAgainstIt() {
    assertThat(about("D", NO_STALE_FIND, Expectation.HOLDS))
        .singleElement()
        .satisfies(evidence -> assertThat(evidence.witnesses()).hasSize(1));
  }

  @Test
  void anExplorationSaysHowFarItCameAndOnWhichMemory() {
    assertThat(about("W", UNIQUE_IDS, Expectation.HOLDS))
        .extracting(Evidence::tool, Evidence::broken, Evidence::samples, Evidence::configuration)
        .containsExactly(
            tuple(
                Tool.EXPLORATION,
                false,
                1_200L,
                "1,200 executions, all within 2 preemptions and 1 stale read, 200 of them random"
                    + " walks"));
    assertThat(about("W", NO_STALE_FIND, Expectation.HOLDS))
        .singleElement()
        .satisfies(
            evidence ->
                assertThat(evidence.witnesses()).containsExactly(new Witness("stale", 1, true)));
  }

  @Test
  void aSearchThatIsCutShortKeepsWhatItHasShownAndConfirmsNothing() {
    EvidenceFiles cut =
        new EvidenceFiles(
            List.of(), List.of(SEARCH.cutShort("out of time")), List.of(), List.of(), List.of());
    assertThat(cut.about("D", new Promise(NO_STALE_FIND, Expectation.HOLDS, "")))
        .extracting(Evidence::status, Evidence::broken, Evidence::samples)
        .containsExactly(tuple(RunStatus.RUN, true, 7L));
    assertThat(cut.about("D", new Promise(UNIQUE_IDS, Expectation.HOLDS, "")))
        .extracting(Evidence::status, Evidence::reason, Evidence::broken)
        .containsExactly(tuple(RunStatus.NOT_RUN, "out of time", false));
  }

  @Test
  void aRaceThatFailsAfterItsWitnessKeepsIt() {
    RaceResult failed =
        new RaceResult(
            "D",
            "Race",
            "",
            2,
            List.of(UNIQUE_IDS),
            RunStatus.NOT_RUN,
            "a JVM crashed",
            false,
            2,
            List.of(new OutcomeCount("bad", "FORBIDDEN", 2, "", List.of(VALID_IDS))),
            List.of(),
            1.5,
            "logs/brief.log");
    EvidenceFiles files =
        new EvidenceFiles(List.of(failed), List.of(), List.of(), List.of(), List.of());
    assertThat(files.about("D", new Promise(VALID_IDS, Expectation.HOLDS, "")))
        .extracting(Evidence::status, Evidence::broken)
        .containsExactly(tuple(RunStatus.RUN, true));
    assertThat(files.about("D", new Promise(UNIQUE_IDS, Expectation.HOLDS, "")))
        .extracting(Evidence::status)
        .containsExactly(RunStatus.NOT_RUN);
  }

  @ParameterizedTest
  @CsvSource({"0, RUN", "100, CUT_SHORT"})
  void countsThatAreCutShortAreNoneWithoutAWitness(int freeStates, RunStatus status) {
    PairRow finds =
        new PairRow(
            Operation.FIND,
            Operation.FIND,
            Relation.OTHER_PROCESS,
            true,
            100,
            freeStates,
            false,
            freeStates > 0
                ? List.of()
                : List.of(new Culprit("table.lookups", Part.TABLE, false, true, "RMW | RMW", 100)));
    DesignCosts costs =
        new DesignCosts(
                new Accesses("D", "", null, null, List.of(), List.of()),
                new Conflicts("D", "", List.of(finds)))
            .cutShort("the run was stopped");
    EvidenceFiles files =
        new EvidenceFiles(List.of(), List.of(), List.of(), List.of(costs), List.of());
    assertThat(files.about("D", new Promise(SCALABLE_FIND, Expectation.HOLDS, "")))
        .extracting(Evidence::status, Evidence::reason, Evidence::broken)
        .containsExactly(tuple(status, "the run was stopped", freeStates == 0));
  }

  @Test
  void aCheckThatDidNotRunIsNoWitness() {
    CheckResult lost = CheckResult.notRun("D", "Spread", EVEN_BUCKETS, "it hung");
    EvidenceFiles files =
        new EvidenceFiles(List.of(), List.of(), List.of(lost), List.of(), List.of());
    assertThat(files.about("D", new Promise(EVEN_BUCKETS, Expectation.HOLDS, "")))
        .extracting(Evidence::status, Evidence::broken, Evidence::witnesses)
        .containsExactly(tuple(RunStatus.NOT_RUN, false, List.of()));
  }

  @Test
  void outcomeThatDidNotOccurIsNoWitness() {
    assertThat(about("D", SINGLE_DELETE, Expectation.HOLDS)).isEmpty();
  }

  @Test
  void checkThatDidNotHoldIsAWitness() {
    assertThat(about("D", EVEN_BUCKETS, Expectation.HOLDS))
        .extracting(Evidence::scenario, Evidence::broken)
        .containsExactly(tuple("Spread", false), tuple("Second", true));
  }

  @Test
  void ofAClaimThatDoesNotApplyOnlyApplicabilityCounts() {
    assertThat(about("D", EVEN_BUCKETS, Expectation.DOES_NOT_APPLY)).isEmpty();
    assertThat(about("D", UNIQUE_IDS, Expectation.DOES_NOT_APPLY)).isEmpty();
  }

  @Test
  void otherDesignsSayNothing() {
    assertThat(about("E", UNIQUE_IDS, Expectation.HOLDS)).isEmpty();
    assertThat(about("E", EVEN_BUCKETS, Expectation.HOLDS)).isEmpty();
  }

  private static List<Evidence> about(String design, Claim claim, Expectation expectation) {
    return FILES.about(design, new Promise(claim, expectation, "A reason."));
  }

  private static CheckResult check(String name, boolean held) {
    return CheckResult.ran("D", name, EVEN_BUCKETS, held, 1, "a sentence");
  }
}
