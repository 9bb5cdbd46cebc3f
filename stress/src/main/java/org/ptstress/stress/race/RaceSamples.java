package org.ptstress.stress.race;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * The message of a fork about one race.
 *
 * @param status what jcstress says of its end
 * @param outcomes how often each outcome was seen
 * @param messages what was thrown
 */
record RaceSamples(Status status, Map<String, Long> outcomes, List<String> messages) {
  /** The kind of the message that holds it; its label is the scenario. */
  static final String KIND = "samples";

  /** A design can throw messages of any length. */
  private static final int LONGEST_MESSAGE = 10_000;

  RaceSamples {
    outcomes = Map.copyOf(outcomes);
    messages = List.copyOf(messages);
  }

  static RaceSamples of(TestResult result) {
    return new RaceSamples(
        result.status(),
        result.getStateKeys().stream()
            .collect(Collectors.toMap(outcome -> outcome, result::getCount)),
        result.getMessages().stream()
            .map(message -> message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)))
            .toList());
  }

  long total() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }
}
