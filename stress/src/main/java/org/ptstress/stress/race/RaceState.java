package org.ptstress.stress.race;

import org.ptstress.model.spec.ScenarioRun;

/** The state of every race: one run of its scenario. jcstress makes a new one for each sample. */
abstract class RaceState {
  private final ScenarioRun run;

  RaceState(Race race) {
    this.run = new ScenarioRun(race.plan(), race.design(), race.config());
  }

  /** Runs an actor; returns what its calls returned. */
  final String act(int actor) {
    return run.act(actor);
  }

  /** Audits the table after all actors; returns the aftermath. */
  final String audit() {
    return run.aftermath();
  }
}
