package org.ptstress.bench;

import java.util.List;
import org.ptstress.bench.ThroughputBudget.Rows;

/** How much time the measurements get: the only place where it is decided. */
public enum BenchProfile {
  /** Finds only, as few as give an interval: some 15 s for a design and the yardstick. */
  JUDGE,

  /** At most 140 s of throughput and 20 s of latency for 13 designs on two CPUs. */
  QUICK,

  /** At most 13 minutes of throughput and 1 minute of latency for 13 designs on two CPUs. */
  STANDARD,

  /** At most 60 minutes of throughput and 15 minutes of latency for 13 designs on two CPUs. */
  TOUGH;

  /** One timer for each of the kernel's 512 chains, and 128. */
  private static final List<Integer> POPULATIONS = List.of(512, 65_536);

  /** For each thread: a lookup every 10 us, far below what any design sustains alone. */
  private static final int ARRIVALS_PER_SECOND = 100_000;

  private static final int LATENCY_TIMERS = 512;

  ThroughputBudget throughput() {
    return switch (this) {
      case JUDGE -> new ThroughputBudget(3, 0, 0, 2, 24, 3, 40, 3, 40, POPULATIONS, Rows.FEW);
      case QUICK -> new ThroughputBudget(3, 2, 1, 6, 12, 4, 25, 3, 20, POPULATIONS, Rows.FEW);
      case STANDARD -> new ThroughputBudget(4, 2, 2, 20, 120, 4, 60, 4, 80, POPULATIONS, Rows.ALL);
      case TOUGH -> new ThroughputBudget(12, 8, 6, 60, 300, 4, 100, 5, 200, POPULATIONS, Rows.ALL);
    };
  }

  LatencyBudget latency() {
    return switch (this) {
      case JUDGE, QUICK -> latency(200, 4, 100);
      case STANDARD -> latency(600, 8, 400);
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
