package org.ptstress.stress.fault;

import java.time.Duration;
import java.util.function.Function;
import org.ptstress.stress.exploration.ExplorationBudget;
import org.ptstress.stress.interleaving.SearchBudget;
import org.ptstress.stress.race.RaceOptions;

/**
 * The budget of a run of faults.
 *
 * @param namedRaces the options of the races, by the name of their log
 * @param explorations how far an exploration goes
 * @param searches how many interleavings a search explores
 * @param silence how long a child process may say nothing before it counts as hung
 */
public record FaultBudget(
    Function<String, RaceOptions> namedRaces,
    ExplorationBudget explorations,
    SearchBudget searches,
    Duration silence) {
  RaceOptions races(String name) {
    return namedRaces.apply(name);
  }
}
