package org.ptstress.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ptstress.bench.ThroughputBudget.Rows;
import org.ptstress.model.Designs;

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

  private static final Set<String> REPLAYS =
      Set.of(
          ReplayBenchmark.class.getName() + ".create",
          ReplayBenchmark.class.getName() + ".getoverrun");

  /** Those that the table of 2025 compares, what it was before, and ours. */
  private static final Set<String> REPLAYED =
      Set.of(
          Designs.YARDSTICK,
          "BoundedScanHash",
          "PrecheckHash",
          "BucketLockHash",
          "ProcessIdr",
          "SelfHashingSlots");

  private static final List<Integer> REPLAYED_TIMERS = List.of(20_000, 50_000, 100_000);

  private static final String FIND_LIMIT = FindBenchmark.class.getName() + ".limit";
  private static final String CREATE_DELETE_LIMIT =
      CreateDeleteBenchmark.class.getName() + ".limit";

  private static final Set<String> FIND_ROWS = Set.of(FIND, FIND_BASELINE);

  /** One thread of it writes, so it takes two. */
  static final String READERS_WRITER =
      ReadersWriterBenchmark.class.getName() + "." + ReadersWriterBenchmark.GROUP;

  /** Those that run once for all designs. */
  private static final Set<String> CONTROLS =
      Set.of(FIND_BASELINE, FIND_LIMIT, CREATE_DELETE_BASELINE, CREATE_DELETE_LIMIT);

  private static final Set<String> WITHOUT_POPULATION =
      Set.of(CREATE_DELETE_BASELINE, CREATE_DELETE_LIMIT);

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
        for (Row row : rowsOf(benchmark.getKey(), threads)) {
          if (forksOf(row, benchmark.getValue()) > round) {
            order.add(row);
          }
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
                rowsOf(benchmark, threadCounts).forEach(row -> rows.put(row, forksOf(row, forks))));
    return rows;
  }

  /** Growth is large where there is any, so that a fork less still shows it. */
  private int forksOf(Row row, int forks) {
    boolean growth = budget.rows() == Rows.FEW && !isFirst(row.timers());
    return growth ? Math.max(1, forks - 1) : forks;
  }

  private boolean isFirst(int timers) {
    return timers == NO_TIMERS || timers == budget.populations().get(0);
  }

  private List<Row> rowsOf(String benchmark, List<Integer> threads) {
    if (REPLAYS.contains(benchmark)) {
      return REPLAYED_TIMERS.stream()
          .flatMap(
              timers ->
                  designs.stream()
                      .filter(REPLAYED::contains)
                      .map(design -> new Row(benchmark, design, timers, 1)))
          .toList();
    }
    boolean control = CONTROLS.contains(benchmark);
    List<Integer> populations =
        WITHOUT_POPULATION.contains(benchmark) ? List.of(NO_TIMERS) : budget.populations();
    List<Row> rows = new ArrayList<>();
    for (int timers : populations) {
      for (String design : control ? List.of("") : designs) {
        for (int count : threads) {
          if (count == 1 && benchmark.equals(READERS_WRITER)) {
            continue;
          }
          Row row = new Row(benchmark, design, timers, count);
          if (budget.rows() == Rows.ALL
              || (isFirst(timers) ? isContended(row) : showsGrowth(row))) {
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
    if (budget.rows() == Rows.ALL) {
      forks.put(READERS_WRITER, budget.createDeleteForks());
      forks.put(FIND_LIMIT, budget.baselineForks());
      forks.put(CREATE_DELETE_LIMIT, budget.baselineForks());
      REPLAYS.stream()
          .sorted()
          .forEach(benchmark -> forks.put(benchmark, budget.createDeleteForks()));
    }
    forks.values().removeIf(count -> count == 0);
    return forks;
  }
}
