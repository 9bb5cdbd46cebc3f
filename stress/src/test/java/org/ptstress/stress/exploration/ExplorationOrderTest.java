package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Designs;
import org.ptstress.stress.scenario.Scenarios;

/** What a deadline cuts off last. */
class ExplorationOrderTest {
  @Test
  void laterRoundsTakeLongHistoriesFirstAndLargeScenariosLast() {
    List<Exploration> all = Exploration.of(Designs.named("SelfHashingSlots")).toList();
    List<Exploration> later = ExplorationRunner.ofLaterRounds(all);
    assertThat(later).containsExactlyInAnyOrderElementsOf(all);
    assertThat(later.stream().map(each -> Scenarios.isLarge(each.scenario())))
        .contains(true, false)
        .isSorted();
    assertThat(
            later.stream()
                .filter(each -> !Scenarios.isLarge(each.scenario()))
                .map(each -> -each.calls()))
        .isSorted();
  }
}
