package org.ptstress.stress.race;

import org.ptstress.model.spec.ScenarioRun;

/** The state of every race: one run of its scenario. jcstress makes a new one for each sample. */
public abstract class RaceState {
  private final ScenarioRun run;

  /**
   * Sets up the scenario.
   *
   * @param race the common parts of its samples
   */
  protected RaceState(Race race) {
    this.run = new ScenarioRun(race.plan(), race.design(), race.config());
  }

  /**
   * Runs an actor.
   *
   * @param actor its number in the scenario, from 0
   * @return what its calls returned
   */
  protected final String act(int actor) {
    return run.act(actor);
  }

  /**
   * Audits the table after all actors.
   *
   * @return the aftermath
   */
  protected final String audit() {
    return run.aftermath();
  }
}
