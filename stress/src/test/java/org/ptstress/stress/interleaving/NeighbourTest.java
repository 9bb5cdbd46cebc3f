package org.ptstress.stress.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Design;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.stress.outside.Honest;
import org.ptstress.stress.outside.LocksLate;
import org.ptstress.stress.outside.ParksOnce;
import org.ptstress.stress.outside.Striped;
import org.ptstress.stress.outside.ThrowsWhenLarge;
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
        .doesNotContain(InsertTrial.OTHER);
  }

  @ParameterizedTest
  @MethodSource("guards")
  void tableMayAssignTheIdBeforeItTakesTheLock(Supplier<LocksLate.Guard> guards) {
    assertThat(stripe(neighbour(new LocksLate(guards))))
        .isEqualTo(stripe(ScenarioPlan.FIRST_ADDRESS));
  }

  static List<Supplier<LocksLate.Guard>> guards() {
    return List.of(LocksLate.Monitor::new, LocksLate.OfTheJdk::new, LocksLate.Spin::new);
  }

  @Test
  void tableThatThrowsIsNoneWithoutNeighbours() {
    assertThat(choice(new ThrowsWhenLarge()).failure()).contains("Index 1000");
    assertThat(choice(new Honest()).failure()).isEmpty();
  }

  private static long neighbour(Design design) {
    Neighbour choice = choice(design);
    assertThat(choice.failure()).isEmpty();
    return choice.address();
  }

  private static Neighbour choice(Design design) {
    return Neighbour.of(design, Scenarios.TWO_PROCESSES.config(Scenario.Mode.PROGRESS));
  }

  private static long stripe(long address) {
    return (address >>> STRIPE_SHIFT) % STRIPES;
  }
}
