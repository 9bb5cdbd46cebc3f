package org.ptstress.stress.race;

import java.util.List;
import java.util.Map;

/**
 * The result of one fork of a race: a line of JSON in the log of the races.
 *
 * @param design the design's name
 * @param scenario the scenario's name
 * @param jvmArgs the fork's JVM arguments
 * @param end how it ended
 * @param reason why there are no valid samples, or "" after a normal end
 * @param outcomes how often each outcome was seen
 * @param messages what jcstress and the fork said about a failure
 * @param seconds how long it took, with the start and the end of its JVM
 */
record ForkResult(
    String design,
    String scenario,
    List<String> jvmArgs,
    ForkEnd.Kind end,
    String reason,
    Map<String, Long> outcomes,
    List<String> messages,
    double seconds) {
  ForkResult {
    jvmArgs = List.copyOf(jvmArgs);
    outcomes = Map.copyOf(outcomes);
    messages = List.copyOf(messages);
  }

  /** The result of a fork that was not started. */
  static ForkResult notTried(RacePair race, List<String> jvmArgs, String reason) {
    return new ForkResult(
        race.design(),
        race.scenario().name(),
        jvmArgs,
        ForkEnd.Kind.NOT_TRIED,
        reason,
        Map.of(),
        List.of(),
        0);
  }

  long samples() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }
}
