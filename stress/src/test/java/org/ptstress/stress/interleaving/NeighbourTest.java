package org.ptstress.stress.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.stress.outside.ParksOnce;
import org.ptstress.stress.outside.Striped;
import org.ptstress.stress.scenario.Scenarios;

/** Which process is taken for one that shares a lock with process 0. */
class NeighbourTest {
  private static final int STRIPE_SHIFT = 6;
  private static final int STRIPES = 64;

  @Test
  void processOfTheSameStripeIsChosen() {
    assertThat(stripe(neighbour(new Striped()))).isEqualTo(stripe(ScenarioPlan.FIRST_ADDRESS));
  }

  @Test
  void insertThatOnlyOnceCameNoFurtherIsNoneAndIsEnded() {
    assertThat(neighbour(new ParksOnce())).isEqualTo(ScenarioPlan.SECOND_ADDRESS);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain(Neighbour.OTHER);
  }

  private static long neighbour(Design design) {
    return Neighbour.of(design, Scenarios.TWO_PROCESSES.config(Scenario.Mode.PROGRESS));
  }

  private static long stripe(long address) {
    return (address >>> STRIPE_SHIFT) % STRIPES;
  }
}
