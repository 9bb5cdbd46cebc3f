package org.ptstress.stress.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.fault.Fault;
import org.ptstress.model.fault.Faults;
import org.ptstress.run.cost.Accesses;
import org.ptstress.run.cost.Conflicts;
import org.ptstress.run.cost.Cost;
import org.ptstress.run.cost.CountRow;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.cost.FieldCount;
import org.ptstress.run.cost.Operation;
import org.ptstress.run.cost.Population;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.Tool;

/** What costs more than its good design is killed by counts, and nothing else is. */
class ComparedFindingTest {
  private static final Fault FAULT = (Fault) Faults.subject("FindStores");
  private static final DesignCosts GOOD = costs(FAULT.base().name(), 200);

  @Test
  void whatCostsMoreIsKilled() {
    FaultRow row = row(costs(FAULT.name(), 400));
    assertThat(row.killed()).isTrue();
    assertThat(row.witness()).isEqualTo("counts: find, 512 timers: stores 1 -> 2, at X.y 1 -> 2");
  }

  @Test
  void whatCostsAsMuchOrLessSurvives() {
    assertThat(row(costs(FAULT.name(), 200)).isMissed()).isTrue();
    assertThat(row(costs(FAULT.name(), 0)).isMissed()).isTrue();
  }

  @Test
  void whatWasNotCountedIsNotRun() {
    FaultRow row = row(DesignCosts.none(FAULT.name(), "it crashed"));
    assertThat(row.killed()).isFalse();
    assertThat(row.isNotRun()).isTrue();
  }

  private static FaultRow row(DesignCosts fault) {
    return KillMatrix.row(FAULT, Tool.ACCESS, Finding.compared(FAULT, List.of(GOOD, fault)));
  }

  private static DesignCosts costs(String design, long stores) {
    Cost cost = new Cost(0, stores, 0, 0, 0, 0, 0, 0);
    CountRow row =
        new CountRow(
            Population.KERNEL_512,
            Operation.FIND,
            200,
            cost,
            cost,
            0,
            Cost.NONE,
            null,
            List.of(new FieldCount("X.y", 0, stores, 0, 0)));
    return new DesignCosts(
        new Accesses(design, "", null, null, List.of(row), List.of()),
        new Conflicts(design, "", List.of()));
  }
}
