package org.ptstress.stress.interleaving;

/**
 * How many interleavings a search of one scenario explores at most.
 *
 * @param each for each start of a search
 * @param admitted until the first claim breaks, if the design says that it does and no search has
 *     shown it yet, or if a fault was seeded to break it
 */
public record SearchBudget(int each, int admitted) {
  /** The least for a search in which a thread is to be stalled at each of its steps. */
  static final int STALLS = 80;

  /**
   * The same budget for what nobody knows to be broken as for what is.
   *
   * @return the changed copy
   */
  public SearchBudget longest() {
    return new SearchBudget(admitted, admitted);
  }
}
