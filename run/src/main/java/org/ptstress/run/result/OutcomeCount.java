package org.ptstress.run.result;

import java.util.List;
import org.ptstress.model.Claim;

/**
 * One outcome of a race.
 *
 * @param outcome the results and the aftermath
 * @param expect jcstress's grade: ACCEPTABLE or FORBIDDEN
 * @param count how many samples had it
 * @param description what it means, or "" for one that nobody expected
 * @param breaks the claims that it breaks
 */
public record OutcomeCount(
    String outcome, String expect, long count, String description, List<Claim> breaks) {
  /** Copies the lists. */
  public OutcomeCount {
    breaks = List.copyOf(breaks);
  }
}
