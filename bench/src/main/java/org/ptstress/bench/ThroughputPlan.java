package org.ptstress.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ptstress.bench.ThroughputBudget.Rows;

/**
 * Which forks a throughput run consists of as long as none has to be rerun, and in which order.
 * Each round runs one fork of every row that still needs one, so that a minute in which the machine
 * is busy spoils one fork of many rows and not all forks of one. Within a round the thread counts
 * of a row follow each other at once, and the other way round in the next: they are compared with
 * each other, and the speed of a virtual machine changes from second to second.
 */
final class ThroughputPlan {
  /** The benchmark of lookups, as JMH writes it. */
  static final String FIND = FindBenchmark.class.getName() + ".find";

  private static final String FIND_BASELINE = FindBenchmark.class.getName() + ".baseline";
  private static final String CREATE_DELETE =
      CreateDeleteBenchmark.class.getName() + ".createDelete";
  private static final String CREATE_DELETE_BASELINE =
      CreateDeleteBenchmark.class.getName() + ".baseline";

  private static final Set<String> FIND_ROWS = Set.of(FIND, FIND_BASELINE);

  /** The population of a row that has none. */
  private static final int NO_TIMERS = 0;

  private final ThroughputBudget budget;
  private final List<String> designs;
  private final List<Integer> threadCounts;

  /**
   * Plans a run.
   *
   * @param budget what it may spend
   * @param designs names of designs, at least one
   * @param cpus how many CPUs the machine has: rows run at 1 thread and at this many
   */
  ThroughputPlan(ThroughputBudget budget, List<String> designs, int cpus) {
    this.budget = budget;
    this.designs = List.copyOf(designs);
    this.threadCounts = Stream.of(1, cpus).distinct().toList();
  }

  ThroughputBudget budget() {
    return budget;
  }

  /** The row of each fork, in the order in which they run. */
  List<Row> forks() {
    Map<String, Integer> forks = forksOfBenchmarks();
    List<Row> order = new ArrayList<>();
    for (int round = 0; round < Collections.max(forks.values()); round++) {
      List<Integer> threads = new ArrayList<>(threadCounts);
      if (round % 2 == 1) {
        Collections.reverse(threads);
      }
      for (Map.Entry<String, Integer> benchmark : forks.entrySet()) {
        if (benchmark.getValue() > round) {
          order.addAll(rowsOf(benchmark.getKey(), threads));
        }
      }
    }
    return order;
  }

  /** How many forks each row is to have, in the order of the results. */
  Map<Row, Integer> forksOfRows() {
    Map<Row, Integer> rows = new LinkedHashMap<>();
    forksOfBenchmarks()
        .forEach(
            (benchmark, forks) ->
                rowsOf(benchmark, threadCounts).forEach(row -> rows.put(row, forks)));
    return rows;
  }

  private List<Row> rowsOf(String benchmark, List<Integer> threads) {
    boolean baseline = benchmark.endsWith(".baseline");
    List<Integer> populations =
        benchmark.equals(CREATE_DELETE_BASELINE) ? List.of(NO_TIMERS) : budget.populations();
    List<Row> rows = new ArrayList<>();
    for (int timers : populations) {
      for (String design : baseline ? List.of("") : designs) {
        for (int count : threads) {
          Row row = new Row(benchmark, design, timers, count);
          boolean first = timers == populations.get(0);
          if (budget.rows() == Rows.ALL || (first ? isContended(row) : showsGrowth(row))) {
            rows.add(row);
          }
        }
      }
    }
    return rows;
  }

  /** Finds at all numbers of threads, for they are compared; of the rest what shows contention. */
  private boolean isContended(Row row) {
    return !row.benchmark().equals(CREATE_DELETE) || row.threads() == Collections.max(threadCounts);
  }

  private static boolean showsGrowth(Row row) {
    return FIND_ROWS.contains(row.benchmark()) && row.threads() == 1;
  }

  private Map<String, Integer> forksOfBenchmarks() {
    Map<String, Integer> forks = new LinkedHashMap<>();
    forks.put(FIND, budget.findForks());
    forks.put(CREATE_DELETE, budget.createDeleteForks());
    forks.put(FIND_BASELINE, budget.baselineForks());
    forks.put(CREATE_DELETE_BASELINE, budget.baselineForks());
    forks.values().removeIf(count -> count == 0);
    return forks;
  }
}
