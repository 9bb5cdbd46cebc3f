package org.ptstress.reports.result;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code races.json}: one scenario raced on one design.
 *
 * @param design the design's name
 * @param scenario the scenario's name
 * @param description what the actors do
 * @param actors the number of threads
 * @param claims the names of the claims that it bears on
 * @param status whether it ran
 * @param reason why it did not run, or empty
 * @param tooFewCpus whether the number of CPUs is the only reason
 * @param samples how often it was raced
 * @param outcomes what was seen, and how often
 * @param configurations the JVMs that it ran on
 * @param seconds how long its JVMs took in sum, or null if an older version did not record it
 * @param log a file under the run folder, or null
 */
public record RaceResult(
    String design,
    String scenario,
    String description,
    int actors,
    List<String> claims,
    Status status,
    String reason,
    boolean tooFewCpus,
    long samples,
    List<Outcome> outcomes,
    List<Configuration> configurations,
    @Nullable Double seconds,
    @Nullable String log) {
  /** Checks that nothing is missing. */
  public RaceResult {
    requireNonNull(design, "design");
    requireNonNull(scenario, "scenario");
    requireNonNull(description, "description");
    claims = List.copyOf(requireNonNull(claims, "claims"));
    requireNonNull(status, "status");
    requireNonNull(reason, "reason");
    outcomes = List.copyOf(requireNonNull(outcomes, "outcomes"));
    configurations = List.copyOf(requireNonNull(configurations, "configurations"));
  }

  /**
   * What the actors of a scenario ended with.
   *
   * @param outcome the outcome in words
   * @param expect jcstress's grade: {@code ACCEPTABLE}, {@code FORBIDDEN} and so on
   * @param count how often it was seen
   * @param description what it means
   * @param breaks the names of the claims that it breaks
   */
  public record Outcome(
      String outcome, String expect, long count, String description, List<String> breaks) {
    /** Checks that nothing is missing. */
    public Outcome {
      requireNonNull(outcome, "outcome");
      requireNonNull(expect, "expect");
      requireNonNull(description, "description");
      breaks = List.copyOf(requireNonNull(breaks, "breaks"));
    }
  }

  /**
   * A JVM that a scenario ran on.
   *
   * @param jvmArgs its arguments
   * @param samples how often the scenario was raced on it
   */
  public record Configuration(String jvmArgs, long samples) {
    /** Checks that nothing is missing. */
    public Configuration {
      requireNonNull(jvmArgs, "jvmArgs");
    }
  }
}
