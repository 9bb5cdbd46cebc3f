package org.ptstress.stress.exploration;

import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.Bound;

/**
 * How much an exploration does. Nothing in it is a time: whatever else the machine does, the same
 * is explored.
 *
 * @param bound how far executions differ from the plainest one, those that differ less first
 * @param executions how many there may be of a scenario on a design, walks apart, at least 1
 * @param walks how many random walks of further preemptions follow if nothing was found, at least 0
 * @param stopsAtBroken whether a design is explored no further after the first witness
 */
public record ExplorationBudget(Bound bound, long executions, int walks, boolean stopsAtBroken) {
  /** At full width it is the arithmetic that may differ, not the orders. */
  private static final int LESS_AT_FULL_WIDTH = 10;

  /**
   * The budget of one scenario: less at full width, where another one has the same orders.
   *
   * @param scenario the scenario
   * @return this, or a tenth of it without walks
   */
  ExplorationBudget of(Scenario scenario) {
    return scenario.isAtFullWidth()
        ? new ExplorationBudget(
            bound, Math.max(1, executions / LESS_AT_FULL_WIDTH), 0, stopsAtBroken)
        : this;
  }

  /**
   * A copy with other executions.
   *
   * @param most how many there may be, at least 1
   * @return the changed copy
   */
  public ExplorationBudget of(long most) {
    return new ExplorationBudget(bound, most, walks, stopsAtBroken);
  }

  /**
   * A copy without stale reads.
   *
   * @return the changed copy
   */
  public ExplorationBudget ofInterleavings() {
    return new ExplorationBudget(
        new Bound(bound.preemptions(), 0), executions, walks, stopsAtBroken);
  }

  /**
   * A copy for a design of which one witness is enough.
   *
   * @return the changed copy
   */
  public ExplorationBudget stoppingAtBroken() {
    return new ExplorationBudget(bound, executions, walks, true);
  }

  /**
   * A copy for a design whose every scenario is explored.
   *
   * @return the changed copy
   */
  public ExplorationBudget ofEveryScenario() {
    return new ExplorationBudget(bound, executions, walks, false);
  }
}
