package org.ptstress.bench;

import java.util.List;
import org.ptstress.run.result.Profile;

/** How much time the measurements get in each profile: the only place where it is decided. */
final class BenchBudget {
  /** For each thread: an operation every 10 us, below what any design sustains. */
  private static final List<Integer> ONE_RATE = List.of(100_000);

  /** For each thread: from what any design sustains to more than the measuring loop does. */
  private static final List<Integer> SWEEP =
      List.of(50_000, 100_000, 200_000, 400_000, 800_000, 1_600_000, 3_200_000, 6_400_000);

  private static final int LATENCY_TIMERS = 512;

  private BenchBudget() {}

  /** Of 14 designs on two CPUs at most 45 s, 14 minutes, and 90 minutes from QUICK on. */
  static ThroughputBudget throughput(Profile profile) {
    return switch (profile) {
      case JUDGE, FAULTS, ORDERS ->
          throw new IllegalArgumentException(profile + " measures nothing.");
      case QUICK -> new ThroughputBudget(Workloads.quick(), 4);
      case STANDARD ->
          new ThroughputBudget(Workloads.all(2, new ForkTime(4, 40, 4, 50), Threads.FEW), 20);
      case TOUGH ->
          new ThroughputBudget(Workloads.all(6, new ForkTime(4, 100, 5, 200), Threads.LETTER), 60);
    };
  }

  /** What JMH is to look at besides: bytes allocated, where there is time for its profiler. */
  static List<String> profilers(Profile profile) {
    return profile == Profile.STANDARD || profile == Profile.TOUGH ? List.of("gc") : List.of();
  }

  /** Of 14 designs on two CPUs at most 12 s, 4 minutes, and 15 minutes from QUICK on. */
  static LatencyBudget latency(Profile profile) {
    return switch (profile) {
      case JUDGE, FAULTS, ORDERS, QUICK -> latency(60, 0, 2, 50, 0, ONE_RATE);
      case STANDARD -> latency(300, 100, 4, 100, 2, SWEEP);
      case TOUGH -> latency(1_000, 300, 6, 250, 2, SWEEP);
    };
  }

  private static LatencyBudget latency(
      int warmUpMillis,
      int settleMillis,
      int intervals,
      int intervalMillis,
      int repetitions,
      List<Integer> ratesPerThread) {
    return new LatencyBudget(
        Runtime.getRuntime().availableProcessors(),
        LATENCY_TIMERS,
        warmUpMillis,
        settleMillis,
        intervals,
        intervalMillis,
        repetitions,
        ratesPerThread);
  }
}
