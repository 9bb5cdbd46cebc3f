package org.ptstress.run.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;

/**
 * A scenario raced on a design: a row of {@code races.json}.
 *
 * @param design the design's name
 * @param scenario the scenario's name
 * @param description what happens in it
 * @param actors how many threads it has
 * @param claims what it decides
 * @param status whether there are samples
 * @param reason why not, or ""
 * @param tooFewCpus whether the only reason is the number of CPUs
 * @param samples how many samples there are
 * @param outcomes every outcome that occurred, and the acceptable ones that did not
 * @param configurations the JVM configurations that ran
 * @param seconds how long its configurations took, one after the other, or null if an older version
 *     did not record it
 * @param log the log of a race that did not run, relative to the run folder, or null
 */
public record RaceResult(
    String design,
    String scenario,
    String description,
    int actors,
    List<Claim> claims,
    RunStatus status,
    String reason,
    boolean tooFewCpus,
    long samples,
    List<OutcomeCount> outcomes,
    List<Configuration> configurations,
    @Nullable Double seconds,
    @Nullable String log) {
  /** Copies the lists. */
  public RaceResult {
    claims = List.copyOf(claims);
    outcomes = List.copyOf(outcomes);
    configurations = List.copyOf(configurations);
  }
}
