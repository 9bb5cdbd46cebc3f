package org.ptstress.bench;

import java.util.List;

/**
 * What a run of the JMH benchmarks may spend. The fork is the sample: between forks the scores
 * differ more than within one.
 *
 * @param series what is measured
 * @param reruns the most forks that may run once more because their CPUs were stolen, in all
 * @param further the most forks that may run besides because what is asked of their rows is not
 *     decided by the planned ones, in all
 */
record ThroughputBudget(List<Series> series, int reruns, int further) {
  ThroughputBudget {
    series = List.copyOf(series);
  }
}
