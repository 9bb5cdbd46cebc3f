package org.ptstress.stress.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Designs;

/** What a deadline cuts off last. */
class ExplorationOrderTest {
  @Test
  void laterRoundsTakeLongHistoriesFirstAndFullWidthLast() {
    List<Exploration> all = Exploration.of(Designs.named("SelfHashingSlots")).toList();
    List<Exploration> later = ExplorationRunner.ofLaterRounds(all);
    assertThat(later).containsExactlyInAnyOrderElementsOf(all);
    assertThat(later.stream().map(each -> each.scenario().isAtFullWidth()))
        .contains(true, false)
        .isSorted();
    assertThat(
            later.stream()
                .filter(each -> !each.scenario().isAtFullWidth())
                .map(each -> -each.calls()))
        .isSorted();
  }
}
