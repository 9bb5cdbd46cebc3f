package org.ptstress.bench.latency;

/**
 * An open-loop load at one rate.
 *
 * @param threads the number of threads that put load on the table, from 1
 * @param ratePerThread arrivals per second and thread, 1 to {@link ArrivalSchedule#HIGHEST_RATE}
 * @param warmUpMillis load that is not counted
 * @param intervals the number of histograms that the load gets
 * @param intervalMillis how long each covers
 */
record LoadStep(
    int threads, int ratePerThread, int warmUpMillis, int intervals, int intervalMillis) {
  /** Arrivals per second of all threads together. */
  long rate() {
    return (long) threads * ratePerThread;
  }
}
