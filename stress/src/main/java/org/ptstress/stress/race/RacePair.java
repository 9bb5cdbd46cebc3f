package org.ptstress.stress.race;

import org.ptstress.model.spec.Scenario;

/**
 * A race to run: a scenario on a design.
 *
 * @param design the design's name; the class path of the races must offer it
 * @param scenario the scenario, one with a jcstress test
 */
public record RacePair(String design, Scenario scenario) {
  /** Its name in progress and messages. */
  String label() {
    return design + "/" + scenario.name();
  }
}
