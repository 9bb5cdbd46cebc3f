package org.ptstress.bench.latency;

import java.util.List;

/** Loads that are as small as a measurement can be: for tests of the harness, not for numbers. */
final class BriefLoads {
  private BriefLoads() {}

  /** Two rates, two intervals of 50 ms each, on one thread: also of use on one CPU. */
  static LatencyBudget latency() {
    return new LatencyBudget(1, 64, 60, 20, 2, 50, 0, List.of(50_000, 100_000));
  }

  /**
   * Two intervals of 100 ms at 100,000 arrivals a second, on one thread: also of use on one CPU.
   */
  static LoadStep load() {
    return new LoadStep(1, 100_000, 60, 2, 100);
  }
}
