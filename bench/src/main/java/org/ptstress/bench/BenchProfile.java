package org.ptstress.bench;

import java.util.List;

/** How much time the measurements get: the only place where it is decided. */
public enum BenchProfile {
  /** Finds only, as few as give an interval: some 20 s for a design and the yardstick. */
  JUDGE,

  /** At most 85 s of throughput and 8 s of latency for four designs on two CPUs. */
  QUICK,

  /** About 7 minutes of throughput and 1 minute of latency for four designs on two CPUs. */
  STANDARD,

  /** About 40 minutes of throughput and 6 minutes of latency for four designs on two CPUs. */
  TOUGH;

  /** One timer for each of the kernel's 512 chains, and 128. */
  private static final List<Integer> POPULATIONS = List.of(512, 65_536);

  /** For each thread: a lookup every 10 us, far below what any design sustains alone. */
  private static final int ARRIVALS_PER_SECOND = 100_000;

  private static final int LATENCY_TIMERS = 512;

  ThroughputBudget throughput() {
    return switch (this) {
      case JUDGE -> new ThroughputBudget(3, 0, 0, 2, 3, 40, 3, 40, POPULATIONS);
      case QUICK -> new ThroughputBudget(4, 2, 1, 12, 3, 40, 3, 40, POPULATIONS);
      case STANDARD -> new ThroughputBudget(6, 5, 3, 30, 4, 100, 5, 200, POPULATIONS);
      case TOUGH -> new ThroughputBudget(12, 12, 6, 60, 5, 300, 5, 800, POPULATIONS);
    };
  }

  LatencyBudget latency() {
    return switch (this) {
      case JUDGE, QUICK -> latency(400, 4, 200);
      case STANDARD -> latency(1_000, 20, 500);
      case TOUGH -> latency(2_000, 60, 1_000);
    };
  }

  private static LatencyBudget latency(int warmUpMillis, int intervals, int intervalMillis) {
    return new LatencyBudget(
        Runtime.getRuntime().availableProcessors(),
        ARRIVALS_PER_SECOND,
        LATENCY_TIMERS,
        warmUpMillis,
        intervals,
        intervalMillis);
  }
}
