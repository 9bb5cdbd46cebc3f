package org.ptstress.stress.race;

import java.time.Duration;
import java.util.List;

/**
 * What the JVM of the races is told, as JSON in a file.
 *
 * @param races the races; those of a design are run in this order
 * @param configurations the JVM arguments of each fork of a race
 * @param sampling what each fork does
 * @param limitMillis how long a fork may take, before it is killed
 * @param stopAtBroken whether a design with a broken claim needs no more races
 * @param together whether all races of a design share a fork
 * @param cpus how many CPUs the forks can use
 */
record RacePlan(
    List<Entry> races,
    List<List<String>> configurations,
    Sampling sampling,
    long limitMillis,
    boolean stopAtBroken,
    boolean together,
    int cpus) {
  RacePlan {
    races = List.copyOf(races);
    configurations = configurations.stream().map(List::copyOf).toList();
  }

  Duration limit() {
    return Duration.ofMillis(limitMillis);
  }

  /** A race, by its names. */
  record Entry(String design, String scenario) {}
}
