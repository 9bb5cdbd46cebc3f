package org.ptstress.run.result;

import java.util.List;
import org.ptstress.model.Claim;

/**
 * A scenario searched on a design: a row of {@code interleavings.json}.
 *
 * @param design the design's name
 * @param scenario the scenario's name
 * @param description what happens in it
 * @param claims what it decides
 * @param status whether it ran to its end
 * @param reason why not, or ""
 * @param explored how many interleavings ran
 * @param seconds how long the search took
 * @param broken a counterexample for each claim that broke
 */
public record InterleavingResult(
    String design,
    String scenario,
    String description,
    List<Claim> claims,
    RunStatus status,
    String reason,
    long explored,
    double seconds,
    List<BrokenClaim> broken) {
  /** Copies the lists. */
  public InterleavingResult {
    claims = List.copyOf(claims);
    broken = List.copyOf(broken);
  }

  /**
   * A copy of a search that did not finish: its counterexamples count, their absence does not.
   *
   * @param why why it did not run to its end
   * @return the changed copy
   */
  public InterleavingResult cutShort(String why) {
    return new InterleavingResult(
        design, scenario, description, claims, RunStatus.NOT_RUN, why, explored, seconds, broken);
  }
}
