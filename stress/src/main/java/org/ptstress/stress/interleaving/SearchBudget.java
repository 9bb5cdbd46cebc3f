package org.ptstress.stress.interleaving;

/**
 * The largest number of interleavings that a search of one scenario explores.
 *
 * @param each the maximum for each start of a search
 * @param admitted the maximum until the first claim breaks, if the design admits that it is broken
 *     and no search has shown it yet, or if a fault was seeded to break it
 */
public record SearchBudget(int each, int admitted) {
  /**
   * A copy that uses the larger budget for all searches.
   *
   * @return the changed copy
   */
  public SearchBudget longest() {
    return new SearchBudget(admitted, admitted);
  }
}
