package org.ptstress.stress.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.run.result.ExploredWitness;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.stress.exploration.Exploration;
import org.ptstress.stress.exploration.ExplorationBudget;

/** Which explorations are asked for, and whose witness is whose; nothing is explored. */
class FaultExplorationTest {
  private static final String FAULT = "SignedCounter";
  private static final String BASE = "BucketLockHash";
  private static final long MOST = 20_000;

  private final List<String> asked = new ArrayList<>();

  @Test
  void faultIsExploredNoFartherAfterItsWitness() throws Exception {
    Map<String, Integer> defect = Map.of(FAULT + " WrapAround UNIQUE_IDS", 1);
    assertThat(killed(FAULT, defect)).isTrue();
    assertThat(asked).isNotEmpty().noneMatch(each -> each.endsWith(" " + MOST));
  }

  @Test
  void faultThatResistsIsExploredFartherAndSoIsItsGoodDesignThereOnly() throws Exception {
    Map<String, Integer> defect = Map.of(FAULT + " WrapAround UNIQUE_IDS", 10_000);
    assertThat(killed(FAULT, defect)).isTrue();
    assertThat(asked.stream().filter(each -> each.endsWith(" " + MOST)))
        .contains(FAULT + " WrapAround " + MOST)
        .filteredOn(each -> each.startsWith(BASE))
        .containsExactly(BASE + " WrapAround " + MOST);
  }

  @Test
  void scenarioOfTheFaultsClaimIsExploredFurtherBeforeAnyOther() throws Exception {
    Map<String, Integer> defect = Map.of(FAULT + " WrapAround VALID_IDS", 2_000);
    assertThat(killed(FAULT, defect)).isTrue();
    assertThat(asked.stream().filter(each -> each.startsWith(FAULT)))
        .anyMatch(each -> each.startsWith(FAULT + " WrapAround "))
        .noneMatch(each -> each.startsWith(FAULT + " CreateAgainstFind "));
    assertThat(asked)
        .filteredOn(each -> each.startsWith(BASE + " WrapAround "))
        .anyMatch(each -> executions(each) >= 2_000);
  }

  @Test
  void whatTheGoodDesignBreaksInAScenarioIsNotLookedForThere() throws Exception {
    Map<String, Integer> shared =
        Map.of(
            BASE + " WrapAround UNIQUE_IDS",
            1,
            FAULT + " WrapAround UNIQUE_IDS",
            1,
            FAULT + " OneFreeId UNIQUE_IDS",
            1);
    assertThat(killed(FAULT, shared)).isTrue();
    Map<String, Integer> same =
        Map.of(BASE + " WrapAround UNIQUE_IDS", 1, FAULT + " WrapAround UNIQUE_IDS", 1);
    assertThat(killed(FAULT, same)).isFalse();
  }

  @Test
  void whatTheGoodDesignBreaksLaterIsNoWitnessEither() throws Exception {
    Map<String, Integer> same =
        Map.of(BASE + " WrapAround UNIQUE_IDS", 19_000, FAULT + " WrapAround UNIQUE_IDS", 10_000);
    assertThat(killed(FAULT, same)).isFalse();
  }

  @Test
  void faultThatShouldSurviveIsNotExploredFarther() throws Exception {
    assertThat(killed("HashIgnoresId", Map.of())).isFalse();
    assertThat(asked).isNotEmpty().noneMatch(each -> each.endsWith(" " + MOST));
  }

  @Test
  void faultThatOnlyCostsIsNotExplored() throws Exception {
    assertThat(killed("FindStores", Map.of())).isFalse();
    assertThat(asked).isEmpty();
  }

  private static long executions(String asked) {
    return Long.parseLong(asked.substring(asked.lastIndexOf(' ') + 1));
  }

  private boolean killed(String name, Map<String, Integer> defects) throws Exception {
    Fault fault = (Fault) Faults.subject(name);
    List<Finding> found =
        new FaultExploration(
                List.of(fault),
                new ExplorationBudget(new Bound(2, 2), MOST, 0, true),
                (explorations, budget, progress) ->
                    explorations.stream().map(each -> explored(each, budget, defects)).toList(),
                ProgressListener.NONE)
            .run();
    return KillMatrix.row(fault, Tool.EXPLORATION, found).killed();
  }

  /** Breaks what is looked for and breaks within so many executions. */
  private ExplorationResult explored(
      Exploration exploration, ExplorationBudget budget, Map<String, Integer> defects) {
    String label = exploration.design().name() + " " + exploration.scenario().name();
    asked.add(label + " " + budget.executions());
    List<ExploredWitness> broken = new ArrayList<>();
    for (Claim claim : Claim.values()) {
      Integer executions = defects.get(label + " " + claim);
      if (executions != null
          && executions <= budget.executions()
          && !exploration.ignored().contains(claim)) {
        broken.add(new ExploredWitness(claim, "seen", false, new Bound(1, 0), "", ""));
      }
    }
    return new ExplorationResult(
        exploration.design().name(),
        exploration.scenario().name(),
        "",
        exploration.scenario().claims(),
        RunStatus.RUN,
        "",
        null,
        budget.executions(),
        0,
        0,
        broken,
        null);
  }
}
