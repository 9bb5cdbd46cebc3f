package org.ptstress.stress.race;

import java.time.Duration;
import java.util.List;

/**
 * The options of races.
 *
 * @param name what their log and their working directory are called
 * @param configurations the JVM arguments of each fork that a race gets
 * @param sampling what each fork does
 * @param allowance how long a fork may take beyond the time of its samples, to start and to end
 * @param stopAtBroken whether one outcome that breaks a claim is all that is wanted of a design:
 *     what is left of its races is then not run
 * @param together whether all races of a design share a fork: most of a brief fork is the start of
 *     its JVM. In a fork of its own a race begins with code that was never compiled.
 */
public record RaceOptions(
    String name,
    List<List<String>> configurations,
    Sampling sampling,
    Duration allowance,
    boolean stopAtBroken,
    boolean together) {
  /** Copies the lists. */
  public RaceOptions {
    configurations = configurations.stream().map(List::copyOf).toList();
  }

  /**
   * The same races, ended for a design by its first outcome that breaks a claim.
   *
   * @return the changed copy
   */
  public RaceOptions stoppingAtBroken() {
    return new RaceOptions(name, configurations, sampling, allowance, true, together);
  }

  /** When a fork counts as hung. */
  Duration limit() {
    return sampling.time().plus(allowance);
  }
}
