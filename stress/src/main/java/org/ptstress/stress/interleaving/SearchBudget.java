package org.ptstress.stress.interleaving;

/**
 * The largest number of interleavings that a search of one scenario explores.
 *
 * @param each for each start of a search
 * @param admitted until the first claim breaks, if the design says that it does and no search has
 *     shown it yet, or if a fault was seeded to break it
 */
public record SearchBudget(int each, int admitted) {
  /**
   * The same budget for what nobody knows to be broken as for what is.
   *
   * @return the changed copy
   */
  public SearchBudget longest() {
    return new SearchBudget(admitted, admitted);
  }
}
