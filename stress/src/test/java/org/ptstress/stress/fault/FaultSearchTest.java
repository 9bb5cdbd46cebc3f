package org.ptstress.stress.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.BrokenClaim;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.InterleavingResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.stress.interleaving.Search;

/** Which searches are asked for, and whose witness is whose; no search is run. */
class FaultSearchTest {
  private static final Fault FAULT = (Fault) Faults.subject("HashIgnoresId");
  private static final String BASE = "BucketLockHash";

  private final List<String> asked = new ArrayList<>();
  private final Set<String> died = new HashSet<>();

  @Test
  void goodDesignIsSearchedOnlyWhereTheFaultHasItsWitness() throws Exception {
    List<Finding> found = run(Map.of("WrapDuringCreate", Set.of(Claim.VALID_IDS)), Map.of());
    assertThat(killed(found)).isTrue();
    assertThat(asked.stream().filter(search -> search.startsWith(BASE)))
        .containsExactly(BASE + " WrapDuringCreate");
  }

  @Test
  void witnessOfTheGoodDesignIsPassedOverAndTheFaultSearchedOn() throws Exception {
    List<Finding> found =
        run(
            Map.of(
                "WrapDuringCreate", Set.of(Claim.VALID_IDS),
                "StaleSearchStart", Set.of(Claim.NO_STALE_FIND)),
            Map.of("WrapDuringCreate", Set.of(Claim.VALID_IDS)));
    assertThat(killed(found)).isTrue();
    assertThat(asked)
        .contains(BASE + " WrapDuringCreate", BASE + " StaleSearchStart")
        .filteredOn(search -> search.equals(FAULT.name() + " WrapDuringCreate"))
        .hasSize(2);
  }

  @Test
  void faultThatShowsNoMoreThanTheGoodDesignIsNotFound() throws Exception {
    Map<String, Set<Claim>> both = Map.of("WrapDuringCreate", Set.of(Claim.VALID_IDS));
    assertThat(killed(run(both, both))).isFalse();
  }

  @Test
  void faultWithoutWitnessNeedsNoGoodDesign() throws Exception {
    assertThat(killed(run(Map.of(), Map.of()))).isFalse();
    assertThat(asked).isNotEmpty().noneMatch(search -> search.startsWith(BASE));
  }

  @Test
  void faultIsSearchedOnWhereTheSearchOfTheGoodDesignDied() throws Exception {
    died.add(BASE + " WrapDuringCreate");
    List<Finding> found =
        run(
            Map.of(
                "WrapDuringCreate", Set.of(Claim.VALID_IDS),
                "StaleSearchStart", Set.of(Claim.NO_STALE_FIND)),
            Map.of());
    assertThat(killed(found)).isTrue();
    assertThat(asked)
        .contains(BASE + " StaleSearchStart")
        .containsOnlyOnce(BASE + " WrapDuringCreate", FAULT.name() + " WrapDuringCreate");
  }

  @Test
  void faultWhoseOnlyWitnessIsComparedWithNothingIsNotRun() throws Exception {
    died.add(BASE + " WrapDuringCreate");
    List<Finding> found = run(Map.of("WrapDuringCreate", Set.of(Claim.VALID_IDS)), Map.of());
    FaultRow row = KillMatrix.row(FAULT, Tool.INTERLEAVING, found);
    assertThat(row.killed()).isFalse();
    assertThat(row.isMissed()).isFalse();
    assertThat(row.isNotRun()).isTrue();
  }

  private static boolean killed(List<Finding> found) {
    return KillMatrix.row(FAULT, Tool.INTERLEAVING, found).killed();
  }

  private List<Finding> run(Map<String, Set<Claim>> ofFault, Map<String, Set<Claim>> ofGood)
      throws Exception {
    return new FaultSearch(
            List.of(FAULT),
            (searches, stop, progress) -> answer(searches, stop, ofFault),
            (searches, stop, progress) -> answer(searches, stop, ofGood))
        .run(ProgressListener.NONE);
  }

  private List<InterleavingResult> answer(
      List<Search> searches, boolean stopAtBroken, Map<String, Set<Claim>> defects) {
    List<InterleavingResult> rows = new ArrayList<>();
    boolean stopped = false;
    for (Search search : searches) {
      if (stopped) {
        rows.add(search.notRun("not needed"));
        continue;
      }
      String label = search.design().name() + " " + search.name();
      asked.add(label);
      if (died.contains(label)) {
        rows.add(search.notRun("its JVM died"));
        continue;
      }
      Set<Claim> seen = EnumSet.noneOf(Claim.class);
      seen.addAll(defects.getOrDefault(search.name(), Set.of()));
      seen.removeAll(search.ignored());
      stopped = stopAtBroken && !seen.isEmpty();
      rows.add(
          new InterleavingResult(
              search.design().name(),
              search.name(),
              "as asked",
              search.claims(),
              RunStatus.RUN,
              "",
              7,
              0.1,
              seen.stream().map(claim -> new BrokenClaim(claim, "seen", "")).toList()));
    }
    return rows;
  }
}
