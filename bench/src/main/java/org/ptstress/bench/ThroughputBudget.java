package org.ptstress.bench;

import java.util.List;

/**
 * What a throughput run may spend. The fork is the sample: between forks the scores differ more
 * than within one. A benchmark with 0 forks is left out.
 *
 * @param findForks forks of each row of {@link FindBenchmark#find}
 * @param createDeleteForks forks of each row of {@link CreateDeleteBenchmark#createDelete}
 * @param baselineForks forks of each row of the baselines
 * @param reruns the most forks that may run once more because their CPUs were stolen, in all
 * @param further the most forks that may run besides because what is asked of their rows is not
 *     decided by the planned ones, in all
 * @param warmUps iterations that are not counted; JMH enters the loop anew each time, and the JIT
 *     needs three entries until nothing is compiled any more
 * @param warmUpMillis the length of each
 * @param iterations iterations that are counted
 * @param iterationMillis the length of each
 * @param populations how many timers the process has
 * @param rows which rows there are
 */
record ThroughputBudget(
    int findForks,
    int createDeleteForks,
    int baselineForks,
    int reruns,
    int further,
    int warmUps,
    int warmUpMillis,
    int iterations,
    int iterationMillis,
    List<Integer> populations,
    Rows rows) {
  ThroughputBudget {
    populations = List.copyOf(populations);
  }

  /** Which rows there are. */
  enum Rows {
    /**
     * In the first population finds at all numbers of threads, and create and delete by all
     * threads; in the others finds by one thread, which show the cost of growth.
     */
    FEW,

    /**
     * Every benchmark in every population at every number of threads, the limits of the machine,
     * and the replay of 2025.
     */
    ALL
  }
}
