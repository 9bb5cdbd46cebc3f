package org.ptstress.stress.cost;

import java.util.List;

/**
 * What is known of the costs of a design.
 *
 * @param design the design's name
 * @param problem why nothing is, a sentence, or ""
 * @param counts what its operations cost
 * @param workingSets what lookups of all timers access
 * @param pairs which of its operations conflict
 */
public record DesignCosts(
    String design,
    String problem,
    List<CountRow> counts,
    List<WorkingSet> workingSets,
    List<PairRow> pairs) {
  /** Copies the lists. */
  public DesignCosts {
    counts = List.copyOf(counts);
    workingSets = List.copyOf(workingSets);
    pairs = List.copyOf(pairs);
  }

  /** The tables whose size alone differs. */
  private static final List<Population> SMALL =
      List.of(Population.SMALL_250, Population.SMALL_1000, Population.SMALL_4000);

  /**
   * The exponent with which the loads of a find grow with the number of timers in 16 buckets: the
   * slope of the line through their logarithms.
   *
   * @return 0 for loads that do not grow; NaN if nothing was counted
   */
  public double exponentOfFind() {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    int n = 0;
    for (CountRow row : counts) {
      if (row.operation() == Operation.FIND && SMALL.contains(row.population())) {
        double timers = Math.log(row.population().timers());
        double loads = Math.log(row.loads());
        x += timers;
        y += loads;
        xx += timers * timers;
        xy += timers * loads;
        n++;
      }
    }
    return (n * xy - x * y) / (n * xx - x * x);
  }

  /** Nothing is known. */
  static DesignCosts none(String design, String problem) {
    return new DesignCosts(design, problem, List.of(), List.of(), List.of());
  }
}
