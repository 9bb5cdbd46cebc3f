package org.ptstress.bench.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.run.measurement.Row;

/**
 * The forks of a throughput run in their order, as long as none is rerun. Each round runs one fork
 * of every row that still needs one, so that a minute in which the machine is busy spoils one fork
 * of many rows and not all forks of one. Within a round the thread counts of a row follow each
 * other at once, and the other way round in the next: they are compared with each other, and the
 * speed of a virtual machine changes from second to second.
 */
public final class ThroughputPlan {
  private final ThroughputBudget budget;
  private final List<String> designs;
  private final int cpus;

  /**
   * Plans a run.
   *
   * @param budget what it may spend
   * @param designs names of designs, at least one
   * @param cpus the number of CPUs of the machine
   */
  public ThroughputPlan(ThroughputBudget budget, List<String> designs, int cpus) {
    this.budget = budget;
    this.designs = List.copyOf(designs);
    this.cpus = cpus;
  }

  public ThroughputBudget budget() {
    return budget;
  }

  /** The row of each fork, in the order in which they run. */
  public List<Row> forks() {
    int rounds = budget.series().stream().mapToInt(Series::forks).max().orElse(0);
    List<Row> order = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (Series series : budget.series()) {
        if (round < series.forks()) {
          List<Integer> threads = new ArrayList<>(series.threads().on(cpus));
          if (round % 2 == 1) {
            Collections.reverse(threads);
          }
          order.addAll(series.rows(designs, threads));
        }
      }
    }
    return order;
  }

  /** The number of forks of each row, in the order of the results. */
  public Map<Row, Integer> forksOfRows() {
    Map<Row, Integer> rows = new LinkedHashMap<>();
    for (Series series : budget.series()) {
      rows(series).forEach(row -> rows.merge(row, series.forks(), Integer::sum));
    }
    return rows;
  }

  /** The time of a fork of each row. */
  public Map<Row, ForkTime> times() {
    Map<Row, ForkTime> times = new LinkedHashMap<>();
    for (Series series : budget.series()) {
      rows(series).forEach(row -> times.put(row, series.time()));
    }
    return times;
  }

  private List<Row> rows(Series series) {
    return series.rows(designs, series.threads().on(cpus));
  }
}
