package org.ptstress.stress.exploration;

import java.util.Set;
import org.ptstress.stress.engine.litmus.LitmusResult;

/**
 * The explorer's result for a litmus test.
 *
 * @param name its family
 * @param modes how it accesses memory
 * @param seen the outcomes of all executions
 * @param allowed the allowed outcomes, all of which must be seen
 * @param missed outcomes that Java allows, too, but the explorer does not show, by design
 * @param executions how many there are
 */
public record LitmusRow(
    String name,
    String modes,
    Set<String> seen,
    Set<String> allowed,
    Set<String> missed,
    long executions) {
  static LitmusRow of(LitmusResult result) {
    return new LitmusRow(
        result.test().name(),
        result.test().modes(),
        result.seen(),
        result.test().allowed(),
        result.test().missed(),
        result.executions());
  }

  /**
   * Whether exactly the allowed outcomes were seen.
   *
   * @return false if the explorer cannot be trusted
   */
  public boolean hasExactlyTheAllowed() {
    return seen.equals(allowed);
  }
}
