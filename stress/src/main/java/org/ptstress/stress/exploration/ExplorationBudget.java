package org.ptstress.stress.exploration;

import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.Bound;
import org.ptstress.stress.scenario.Scenarios;

/**
 * The budget of an exploration. It contains no time, so the load of the machine changes nothing.
 *
 * @param bound the distance from the plainest execution, nearer executions first
 * @param executions the maximum for a scenario on a design, without walks, at least 1
 * @param walks random walks, with more preemptions, that follow without a witness, at least 0
 * @param stopsAtBroken whether the first witness ends the exploration of a design
 * @param isGlance whether a later round explores one preemption in full; every other budget does,
 *     whatever its executions
 */
public record ExplorationBudget(
    Bound bound, long executions, int walks, boolean stopsAtBroken, boolean isGlance) {
  /** The divisor at full width, where the arithmetic may differ but not the interleavings. */
  private static final int LESS_AT_FULL_WIDTH = 10;

  /** The divisor among many timers, where the few calls of the actors have few interleavings. */
  private static final int LESS_AMONG_MANY_TIMERS = 80;

  /** The least executions for which many timers are worth more than one stalled thread. */
  private static final int MANY = 1_000_000;

  /**
   * A budget that explores one preemption in full.
   *
   * @param bound the distance from the plainest execution, nearer executions first
   * @param executions the maximum for a scenario on a design beyond one preemption, without walks,
   *     at least 1
   * @param walks random walks, with more preemptions, that follow without a witness, at least 0
   * @param stopsAtBroken whether the first witness ends the exploration of a design
   */
  public ExplorationBudget(Bound bound, long executions, int walks, boolean stopsAtBroken) {
    this(bound, executions, walks, stopsAtBroken, false);
  }

  /**
   * The budget of one scenario: less at full width, where a narrow one has the same interleavings,
   * and among many timers, where executions are long; with a small budget one stalled thread has to
   * do there.
   *
   * @param scenario the scenario
   * @return this, or a part of it without walks
   */
  ExplorationBudget of(Scenario scenario) {
    if (Scenarios.isOfManyTimers(scenario)) {
      return executions < MANY
          ? new ExplorationBudget(
              new Bound(Math.min(1, bound.preemptions()), 0),
              executions,
              0,
              stopsAtBroken,
              isGlance)
          : new ExplorationBudget(
              bound, executions / LESS_AMONG_MANY_TIMERS, 0, stopsAtBroken, isGlance);
    }
    return scenario.isAtFullWidth()
        ? new ExplorationBudget(
            bound, Math.max(1, executions / LESS_AT_FULL_WIDTH), 0, stopsAtBroken, isGlance)
        : this;
  }

  /**
   * A copy with other executions.
   *
   * @param most how many there may be, at least 1
   * @return the changed copy
   */
  public ExplorationBudget of(long most) {
    return new ExplorationBudget(bound, most, walks, stopsAtBroken, isGlance);
  }

  /**
   * A copy for a first look, which decides nothing.
   *
   * @param most how many executions there may be, at least 1
   * @return the changed copy
   */
  public ExplorationBudget glance(long most) {
    return new ExplorationBudget(bound, most, walks, stopsAtBroken, true);
  }

  /**
   * A copy without stale reads.
   *
   * @return the changed copy
   */
  public ExplorationBudget ofInterleavings() {
    return new ExplorationBudget(
        new Bound(bound.preemptions(), 0), executions, walks, stopsAtBroken, isGlance);
  }

  /**
   * A copy for a design of which one witness is enough.
   *
   * @return the changed copy
   */
  public ExplorationBudget stoppingAtBroken() {
    return new ExplorationBudget(bound, executions, walks, true, isGlance);
  }

  /**
   * A copy for a design whose every scenario is explored.
   *
   * @return the changed copy
   */
  public ExplorationBudget ofEveryScenario() {
    return new ExplorationBudget(bound, executions, walks, false, isGlance);
  }
}
