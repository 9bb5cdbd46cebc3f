package org.ptstress.bench.latency;

import java.util.Locale;

/**
 * Names a series of an interval log. HdrHistogram ends a tag at the first comma or white space, so
 * there is none in it.
 *
 * @param design the name of a design, or {@link LatencyRun#CONTROL}
 * @param operation the name of what was timed
 * @param rate arrivals per second of all threads together
 * @param disturbed whether other processes had the CPUs for a part of the time that matters
 */
record SeriesTag(String design, String operation, long rate, boolean disturbed) {
  /** The tag as {@code docs/run-folder.md} describes it. */
  String text() {
    return String.format(
        Locale.ROOT,
        "design=%s;operation=%s;rate=%d%s",
        design,
        operation,
        rate,
        disturbed ? ";disturbed" : "");
  }
}
