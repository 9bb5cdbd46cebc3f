package org.ptstress.reports.result;

import static java.util.Objects.requireNonNull;

import org.HdrHistogram.Histogram;

/**
 * A file of {@code latency/}: the intervals of one log, added up.
 *
 * @param name the file's name without its ending: the design, or a control
 * @param histogram latencies in nanoseconds
 * @param intervals how many intervals the log holds
 */
public record LatencyLog(String name, Histogram histogram, int intervals) {
  /** Checks that nothing is missing. */
  public LatencyLog {
    requireNonNull(name, "name");
    requireNonNull(histogram, "histogram");
  }
}
