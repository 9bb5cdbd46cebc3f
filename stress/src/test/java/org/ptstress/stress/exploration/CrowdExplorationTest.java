package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.reuse.GrowingRestores;
import org.ptstress.reuse.SharedRestores;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.wide.MovedInPlace;
import org.ptstress.wide.Overflow;
import org.ptstress.wide.PageReserve;

/** What the explorer sees of tables that are right while a process has few timers. */
class CrowdExplorationTest {
  private static final List<String> SCENARIOS =
      Scenarios.all().stream().filter(Scenarios::isOfManyTimers).map(Scenario::name).toList();

  private static final Map<Design, String> FAULTY =
      Map.ofEntries(
          Map.entry(new Overflow.Behind8(), "FindDuringEight"),
          Map.entry(new Overflow.Behind130(), "FindDuringStep"),
          Map.entry(new MovedInPlace.From192(), "FindBesideStep"),
          Map.entry(new Overflow.Behind20(), "FindDuringStep"),
          Map.entry(new Overflow.Behind24(), "FindDuringTwentyFour"),
          Map.entry(new MovedInPlace.From10(), "FindBesideStep"),
          Map.entry(new MovedInPlace.From12(), "FindBesideTwelve"),
          Map.entry(new MovedInPlace.From64(), "FindBesideSixtyFour"),
          Map.entry(new MovedInPlace.To16(), "FindBesideSixteen"),
          Map.entry(new PageReserve.Of8(), "CreatesDuringEight"),
          Map.entry(new PageReserve.Of50(), "CreatesDuringStep"),
          Map.entry(new PageReserve.Of64(), "CreatesDuringSixtyFour"));

  private static final Map<Design, String> FAULTY_RESTORES =
      Map.of(
          new GrowingRestores.LookOnceFrom17(), "FindBesideRestoredSixteen",
          new SharedRestores.FindsWaitFrom12(), "FindDuringRestoredTwelve",
          new SharedRestores.LockedFrom24(), "CreatesDuringRestoredTwentyFour");

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void tablesThatAreWrongFromSomeTimerOnAreSeen() throws Exception {
    assertThat(broken(List.copyOf(FAULTY.keySet()), Explored.of(FAULTY)))
        .containsOnly(
            entry("OverflowBehind8", Set.of(Claim.FIND_WITHOUT_LOCK)),
            entry("OverflowBehind20", Set.of(Claim.FIND_WITHOUT_LOCK)),
            entry("OverflowBehind130", Set.of(Claim.FIND_WITHOUT_LOCK)),
            entry("MovedFrom192", Set.of(Claim.NO_LOST_TIMER)),
            entry("OverflowBehind24", Set.of(Claim.FIND_WITHOUT_LOCK)),
            entry("MovedFrom10", Set.of(Claim.NO_LOST_TIMER)),
            entry("MovedFrom12", Set.of(Claim.NO_LOST_TIMER)),
            entry("MovedFrom64", Set.of(Claim.NO_LOST_TIMER)),
            entry("MovedTo16", Set.of(Claim.NO_LOST_TIMER)),
            entry("PageReserveOf8", Set.of(Claim.CREATE_INDEPENDENT)),
            entry("PageReserveOf50", Set.of(Claim.CREATE_INDEPENDENT)),
            entry("PageReserveOf64", Set.of(Claim.CREATE_INDEPENDENT)));
  }

  @Test
  void restoresThatAreWrongFromSomeTimerOnAreSeen() throws Exception {
    assertThat(broken(List.copyOf(FAULTY_RESTORES.keySet()), Explored.of(FAULTY_RESTORES)))
        .containsOnly(
            entry("LookOnceFrom17", Set.of(Claim.NO_LOST_TIMER)),
            entry("FindsWaitFrom12", Set.of(Claim.FIND_WITHOUT_LOCK)),
            entry("LockedFrom24", Set.of(Claim.CREATE_INDEPENDENT)));
  }

  @Test
  void rightRestoresAreNotAccused() throws Exception {
    List<Design> right = List.of(new GrowingRestores.LookAgain(), new SharedRestores.Unlocked());
    List<String> restored = SCENARIOS.stream().filter(name -> name.contains("Restored")).toList();
    assertThat(broken(right, Explored.of(right, restored))).isEmpty();
  }

  @Test
  void rightTablesAreNotAccused() throws Exception {
    List<Design> right =
        List.of(new Overflow.Cured(), new MovedInPlace.Cured(), new PageReserve.Cured());
    assertThat(broken(right, Explored.of(right, SCENARIOS))).isEmpty();
  }

  @Test
  void aDesignChoosesWhereItsPagesEnd() throws Exception {
    ExplorationResult row =
        Explored.rows(
                folder,
                new Bound(0, 0),
                Explored.of(Map.of(new PageReserve.Of50(), "CreatesDuringStep")))
            .get(0);
    assertThat(row.scenario()).isEqualTo("CreatesDuringStep_50");
    assertThat(row.part()).isEqualTo("CreatesDuringStep");
    assertThat(Scenarios.named(row.scenario()).setup()).as("of two processes").hasSize(2 * 49);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenarios.named("CreatesDuringEight_50"))
        .withMessageContaining("CreatesDuringEight_50");
  }

  private Map<String, Set<Claim>> broken(List<Design> designs, Stream<Exploration> explorations)
      throws Exception {
    return Explored.broken(Explored.rows(folder, new Bound(1, 0), explorations), designs);
  }
}
