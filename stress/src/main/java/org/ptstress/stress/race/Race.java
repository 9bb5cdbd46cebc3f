package org.ptstress.stress.race;

import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.fault.Faults;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;

/**
 * The common parts of all samples of a race.
 *
 * @param plan the scenario, prepared
 * @param design the design under test
 * @param config the dimensions of its table
 */
public record Race(ScenarioPlan plan, Design design, TableConfig config) {
  /** The system property that names the design of this JVM. */
  static final String DESIGN_PROPERTY = "ptstress.design";

  /**
   * Prepares a scenario for the design that the property {@value #DESIGN_PROPERTY} names.
   *
   * @param scenario the scenario
   * @return what its samples share
   * @throws IllegalStateException if the property is not set
   */
  public static Race of(Scenario scenario) {
    String name = System.getProperty(DESIGN_PROPERTY);
    if (name == null) {
      throw new IllegalStateException(
          "No design is chosen; start the JVM with -D" + DESIGN_PROPERTY + "=NAME.");
    }
    return new Race(
        new ScenarioPlan(scenario), Faults.subject(name), scenario.config(Scenario.Mode.RACE));
  }
}
