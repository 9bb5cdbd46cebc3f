package org.ptstress.bench;

import java.util.List;
import org.ptstress.bench.ThroughputBudget.Rows;

/** Budgets that are as small as a measurement can be: for tests of the harness, not for numbers. */
final class Budgets {
  /** How many forks may be asked for besides. */
  static final int FURTHER = 4;

  private Budgets() {}

  /** One fork a row and 20 ms a fork, on 64 timers. */
  static ThroughputBudget throughput() {
    return throughput(0);
  }

  /** The same with reruns of stolen forks. */
  static ThroughputBudget throughput(int reruns) {
    return new ThroughputBudget(1, 1, 1, reruns, FURTHER, 1, 10, 1, 10, List.of(64), Rows.ALL);
  }

  /** Finds only. */
  static ThroughputBudget finds(int reruns) {
    return new ThroughputBudget(1, 0, 0, reruns, FURTHER, 1, 10, 1, 10, List.of(64), Rows.ALL);
  }

  /**
   * Two intervals of 100 ms at 100,000 arrivals a second, on one thread: also of use on one CPU.
   */
  static LatencyBudget latency() {
    return new LatencyBudget(1, 100_000, 64, 60, 2, 100);
  }
}
