package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.Bound;
import org.ptstress.stress.scenario.Scenarios;

class ExplorationBudgetTest {
  private static final Bound BOUND = new Bound(2, 2);

  private static final Scenario AMONG_MANY = Scenarios.named("FindBesideSixtyFour");

  @Test
  void smallBudgetsStallOneThreadAmongManyTimers() {
    assertThat(new ExplorationBudget(BOUND, 40_000, 5_000, false).of(AMONG_MANY))
        .isEqualTo(new ExplorationBudget(new Bound(1, 0), 40_000, 0, false));
  }

  @Test
  void largeBudgetsHaveTheirWholeBoundAmongManyTimers() {
    assertThat(new ExplorationBudget(BOUND, 8_000_000, 10_000, false).of(AMONG_MANY))
        .isEqualTo(new ExplorationBudget(BOUND, 100_000, 0, false));
  }
}
