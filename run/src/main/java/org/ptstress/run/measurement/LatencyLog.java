package org.ptstress.run.measurement;

import org.HdrHistogram.Histogram;

/**
 * A series of a file of {@code latency/}: the sum of its intervals.
 *
 * @param name the design, or a control
 * @param operation what was timed
 * @param rate arrivals per second of all threads together, 0 if it was not recorded
 * @param disturbed whether other processes had the CPUs for a part of the time, so that outliers
 *     may be the machine's
 * @param histogram latencies in nanoseconds, at least one
 * @param intervals how many intervals the series has
 */
public record LatencyLog(
    String name,
    String operation,
    long rate,
    boolean disturbed,
    Histogram histogram,
    int intervals) {}
