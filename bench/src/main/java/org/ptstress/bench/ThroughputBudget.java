package org.ptstress.bench;

import java.util.List;

/**
 * What a run of the JMH benchmarks may spend. The fork is the sample: between forks the scores
 * differ more than within one.
 *
 * @param series what is measured
 * @param reruns the most forks that may run once more because their CPUs were stolen, in all
 */
record ThroughputBudget(List<Series> series, int reruns) {
  ThroughputBudget {
    series = List.copyOf(series);
  }
}
