package org.ptstress.bench.plan;

import java.util.List;
import java.util.Map;
import org.ptstress.bench.benchmark.GrowthBenchmark;
import org.ptstress.bench.benchmark.ReadersWriterBenchmark;
import org.ptstress.bench.benchmark.ReplayBenchmarkTest;
import org.ptstress.bench.benchmark.Traits;

/** Budgets that are as small as a measurement can be: for tests of the harness, not for numbers. */
public final class BriefBudgets {
  /** 20 ms a fork. */
  public static final ForkTime TIME = new ForkTime(1, 10, 1, 10);

  /** Half a second measured: many slices of any scheduler. */
  public static final ForkTime SHARED = new ForkTime(1, 10, 1, 500);

  private static final int TIMERS = 64;

  private BriefBudgets() {}

  /** A fork of finds and pairs at each number of threads, and of the baselines. */
  public static ThroughputBudget throughput(int reruns) {
    return new ThroughputBudget(
        List.of(
            finds(Threads.ENDS),
            Series.of(Workloads.CREATE_DELETE, Workloads.timers(TIMERS), Threads.ENDS, 1, TIME),
            Series.of(Workloads.FIND_BASELINE, Workloads.timers(TIMERS), Threads.ENDS, 1, TIME)
                .once()),
        reruns);
  }

  /** A fork of every benchmark but those of {@link ReplayBenchmarkTest}. */
  public static ThroughputBudget everyBenchmark() {
    return new ThroughputBudget(
        List.of(
            finds(Threads.ENDS),
            of(Workloads.MISS, Threads.CPUS),
            of(Workloads.FIND_IN_PROCESSES, Threads.CPUS),
            of(Workloads.CREATE_DELETE, Threads.CPUS),
            of(Workloads.CREATE_DELETE_IN_OWN, Threads.CPUS),
            of(ReadersWriterBenchmark.BENCHMARK, Threads.SEVERAL),
            of(GrowthBenchmark.class.getName() + ".createDelete", Threads.ONE),
            of(Workloads.FIND_LIMIT, Threads.ONE).once(),
            of(Workloads.TIMER_LOAD, Threads.ONE).once(),
            series(Workloads.CREATE_DELETE_LIMIT, Workloads.NO_PARAMS).once(),
            series(
                    Workloads.LOCKED_FIND,
                    List.of(Map.of("lock", "REENTRANT", "timers", Integer.toString(TIMERS))))
                .once(),
            series(Workloads.REFUSED_CREATE, Workloads.values("idBits", "4")),
            series(Workloads.RESTORE_BY_LOOP, Workloads.values("ids", "FIRST_1000")),
            series(Workloads.RESTORE_EXACTLY, Workloads.values("ids", "STRIDE_512"))
                .only(Traits::hasExactIds)),
        0);
  }

  private static Series of(String benchmark, Threads threads) {
    return Series.of(benchmark, Workloads.timers(TIMERS), threads, 1, TIME);
  }

  private static Series series(String benchmark, List<Map<String, String>> params) {
    return Series.of(benchmark, params, Threads.ONE, 1, TIME);
  }

  /** A fork of finds at some numbers of threads. */
  public static ThroughputBudget finds(Threads threads, int reruns) {
    return new ThroughputBudget(List.of(finds(threads)), reruns);
  }

  /**
   * A fork of finds at as many threads as there are CPUs, long enough for the scheduler to divide
   * the CPUs among all that want them: in 10 ms a fork may have them alone.
   */
  public static ThroughputBudget sharedFinds(int reruns) {
    return new ThroughputBudget(
        List.of(Series.of(Workloads.FIND, Workloads.timers(TIMERS), Threads.CPUS, 1, SHARED)),
        reruns);
  }

  private static Series finds(Threads threads) {
    return of(Workloads.FIND, threads);
  }
}
