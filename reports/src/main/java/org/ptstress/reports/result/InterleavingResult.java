package org.ptstress.reports.result;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An entry of {@code interleavings.json}: one scenario searched systematically on one design.
 *
 * @param design the design's name
 * @param scenario the scenario's name
 * @param description what the threads do
 * @param claims the names of the claims that it bears on
 * @param status whether it ran to its end
 * @param reason why not, or empty
 * @param explored how many interleavings were tried
 * @param seconds how long that took
 * @param broken a counterexample for each claim that was broken
 */
public record InterleavingResult(
    String design,
    String scenario,
    String description,
    List<String> claims,
    Status status,
    String reason,
    long explored,
    double seconds,
    List<Counterexample> broken) {
  /** Checks that nothing is missing. */
  public InterleavingResult {
    requireNonNull(design, "design");
    requireNonNull(scenario, "scenario");
    requireNonNull(description, "description");
    claims = List.copyOf(requireNonNull(claims, "claims"));
    requireNonNull(status, "status");
    requireNonNull(reason, "reason");
    broken = List.copyOf(requireNonNull(broken, "broken"));
  }

  /**
   * A schedule that breaks a claim.
   *
   * @param claim the claim's name
   * @param message what went wrong
   * @param interleaving the schedule, several lines
   */
  public record Counterexample(String claim, String message, String interleaving) {
    /** Checks that nothing is missing. */
    public Counterexample {
      requireNonNull(claim, "claim");
      requireNonNull(message, "message");
      requireNonNull(interleaving, "interleaving");
    }
  }
}
