package org.ptstress.reports.projection;

/**
 * A queue lock by the model of Boyd-Wickizer, Kaashoek, Morris and Zeldovich ("Non-scalable locks
 * are dangerous", 2012): in state k so many cores hold the lock or wait for it, the next arrives
 * after a/(n-k), and one leaves after the section and, if others wait, the handoff to the next.
 *
 * @param section the time under the lock, in nanoseconds
 * @param handoff how much longer it takes to reach a core that waits, in nanoseconds
 */
record QueueLock(double section, double handoff) {
  private static final double LARGE = 1e100;

  /**
   * The mean number of cores that neither hold the lock nor wait for it.
   *
   * @param cores all cores
   * @param apart the time of a core between two acquisitions, in nanoseconds, above 0
   * @return the mean
   */
  double working(int cores, double apart) {
    double share = 1;
    double all = 1;
    double waiting = 0;
    for (int k = 0; k < cores; k++) {
      double leaving = section + (k == 0 ? 0 : handoff);
      // P(k+1) = P(k) times arrivals in state k over departures in state k+1.
      share *= (cores - k) / apart * leaving;
      all += share;
      waiting += (k + 1) * share;
      if (all > LARGE) {
        share /= LARGE;
        all /= LARGE;
        waiting /= LARGE;
      }
    }
    return cores - waiting / all;
  }
}
