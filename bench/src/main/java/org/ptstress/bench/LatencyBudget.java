package org.ptstress.bench;

/**
 * What a latency run may spend on each design.
 *
 * @param threads how many threads put load on the table, from 1
 * @param ratePerThread arrivals per second and thread, 1 to 1,000,000
 * @param timers how many timers the process has
 * @param warmUpMillis load that is not counted
 * @param intervals how many histograms the log gets
 * @param intervalMillis how long each covers
 */
record LatencyBudget(
    int threads,
    int ratePerThread,
    int timers,
    int warmUpMillis,
    int intervals,
    int intervalMillis) {
  /** For the command line of the child process. */
  String asArgument() {
    return "%d,%d,%d,%d,%d,%d"
        .formatted(threads, ratePerThread, timers, warmUpMillis, intervals, intervalMillis);
  }

  /** The reverse of {@link #asArgument}. */
  static LatencyBudget ofArgument(String argument) {
    String[] parts = argument.split(",", -1);
    if (parts.length != 6) {
      throw new IllegalArgumentException("Not a latency budget: \"" + argument + "\".");
    }
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.parseInt(parts[i]);
    }
    return new LatencyBudget(
        numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
  }
}
