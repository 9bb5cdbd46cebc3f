package org.ptstress.bench;

import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * One row of the results.
 *
 * @param benchmark class and method, as JMH writes it
 * @param design the design, or empty for a baseline
 * @param timers the population, or 0 for a baseline that has none
 * @param threads how many threads, at least 1
 */
public record Row(String benchmark, String design, int timers, int threads) {
  /** The row that a result of JMH belongs to. */
  static Row of(BenchmarkParams params) {
    String timers = parameter(params, "timers");
    return new Row(
        params.getBenchmark(),
        parameter(params, "design"),
        timers.isEmpty() ? 0 : Integer.parseInt(timers),
        params.getThreads());
  }

  private static String parameter(BenchmarkParams params, String key) {
    return params.getParamsKeys().contains(key) ? params.getParam(key) : "";
  }

  /** For messages, such as "FindBenchmark.find of RfcHash with 512 timers at 2 threads". */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(benchmark);
    text.delete(0, text.lastIndexOf(".", text.lastIndexOf(".") - 1) + 1);
    if (!design.isEmpty()) {
      text.append(" of ").append(design);
    }
    if (timers > 0) {
      text.append(" with ").append(timers).append(" timers");
    }
    return text.append(" at ")
        .append(threads)
        .append(threads == 1 ? " thread" : " threads")
        .toString();
  }
}
