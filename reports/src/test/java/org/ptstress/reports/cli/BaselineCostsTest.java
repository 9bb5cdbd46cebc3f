package org.ptstress.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.WorkingSet;
import org.ptstress.run.folder.RunFolder;

/** What the counts of the baseline say of the best design, which the gate holds exactly. */
class BaselineCostsTest {
  @ParameterizedTest
  @ValueSource(strings = {"GlobalIdr", "NonBlockingMapTable", "ConcurrentHashMapTable"})
  void findsOfSlotsLoadAndTouchNoMoreAtAnyPopulation(String other) throws IOException {
    List<DesignCosts> costs = RunFolder.read(StoredRun.BASELINE).costs();
    Accesses slots = of(costs, "SelfHashingSlots");
    Accesses limit = of(costs, other);
    List<CountRow> lookups =
        limit.counts().stream()
            .filter(row -> EnumSet.of(Operation.FIND, Operation.MISS).contains(row.operation()))
            .toList();
    assertThat(lookups).isNotEmpty();
    for (CountRow most : lookups) {
      CountRow row = slots.count(most.operation(), most.population()).orElseThrow();
      assertThat(row.loads())
          .as("loads of %s, %s", most.operation(), most.population())
          .isLessThanOrEqualTo(most.loads());
    }
    assertThat(limit.workingSets()).isNotEmpty();
    for (WorkingSet most : limit.workingSets()) {
      WorkingSet set = slots.workingSet(most.population()).orElseThrow();
      assertThat(set.locations()).as("locations, %s", set).isLessThanOrEqualTo(most.locations());
      assertThat(set.objects()).as("objects, %s", set).isLessThanOrEqualTo(most.objects());
    }
  }

  private static Accesses of(List<DesignCosts> costs, String design) {
    return costs.stream()
        .filter(each -> each.design().equals(design))
        .findFirst()
        .orElseThrow()
        .accesses();
  }
}
