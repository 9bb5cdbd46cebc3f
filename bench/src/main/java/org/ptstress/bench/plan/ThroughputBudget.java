package org.ptstress.bench.plan;

import java.util.List;
import org.ptstress.run.result.Profile;

/**
 * The time of a run of the JMH benchmarks. The fork is the sample: between forks the scores differ
 * more than within one.
 *
 * @param series what is measured
 * @param reruns the most forks that may run once more because their CPUs were stolen, in all
 */
public record ThroughputBudget(List<Series> series, int reruns) {
  public ThroughputBudget {
    series = List.copyOf(series);
  }

  /**
   * The budget of a profile. For 14 designs on two CPUs at most 45 s, 14 minutes, and 90 minutes
   * from QUICK on.
   *
   * @param profile QUICK, STANDARD or TOUGH
   * @return what may be spent
   * @throws IllegalArgumentException if the profile measures nothing
   */
  public static ThroughputBudget of(Profile profile) {
    return switch (profile) {
      case JUDGE, FAULTS, ORDERS, KERNEL ->
          throw new IllegalArgumentException(profile + " measures nothing.");
      case QUICK -> new ThroughputBudget(Workloads.quick(), 4);
      case STANDARD ->
          new ThroughputBudget(Workloads.all(2, new ForkTime(4, 40, 4, 50), Threads.FEW), 20);
      case TOUGH ->
          new ThroughputBudget(Workloads.all(6, new ForkTime(4, 100, 5, 200), Threads.LETTER), 60);
    };
  }
}
