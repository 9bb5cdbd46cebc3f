package org.ptstress.reports.projection;

import org.ptstress.run.cost.Population;

/**
 * The fill of a table: a population that was counted, or a line through two of them.
 *
 * @param from a population
 * @param to another one, or the same
 * @param share how much of the way from the first to the second; may lie outside of 0 to 1
 */
record Fill(Population from, Population to, double share) {
  /** The small table, all of which a core is taken to have in its caches. */
  static final Population SMALL = Population.KERNEL_512;

  private static final Population LARGE = Population.KERNEL_65536;

  static Fill of(Population population) {
    return new Fill(population, population, 0);
  }

  /**
   * Chains of any length: what an operation accesses grows with them by a straight line.
   *
   * @param timers timers per chain of a table whose number of chains is that of the counts
   */
  static Fill chains(double timers) {
    double small = perChain(SMALL);
    return new Fill(SMALL, LARGE, (timers - small) / (perChain(LARGE) - small));
  }

  private static double perChain(Population population) {
    return (double) population.timers() / population.buckets();
  }

  /** The value between that of the first population and that of the second, not below 0. */
  double between(double first, double second) {
    return Math.max(0, first + share * (second - first));
  }
}
