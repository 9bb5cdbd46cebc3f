package org.ptstress.stress.race;

import java.time.Duration;
import java.util.List;

/**
 * The options of races.
 *
 * @param name the name of their log and of their working directory
 * @param configurations the JVM arguments of each fork of a race
 * @param sampling the sampling of each fork
 * @param allowance the allowance of a fork beyond its sampling time, for start and exit
 * @param stopAtBroken whether the first outcome that breaks a claim ends the races of a design
 * @param together whether all races of a design share a fork, because a brief fork mostly consists
 *     of JVM startup. In a separate fork, a race starts with uncompiled code.
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
   * A copy whose races end for a design at its first outcome that breaks a claim.
   *
   * @return the changed copy
   */
  public RaceOptions stoppingAtBroken() {
    return new RaceOptions(name, configurations, sampling, allowance, true, together);
  }

  /** The time after which a fork counts as hung. */
  Duration limit() {
    return sampling.time().plus(allowance);
  }
}
