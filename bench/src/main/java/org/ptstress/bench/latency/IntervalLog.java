package org.ptstress.bench.latency;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** Interval logs in HdrHistogram's own format, so that its tools open them. */
final class IntervalLog {
  private IntervalLog() {}

  /**
   * Makes a log.
   *
   * @param comments lines about what was measured
   * @param intervals histograms of ns with their start and end times, at least one, in the order of
   *     time; the tag of each names its series
   */
  static String text(List<String> comments, List<Histogram> intervals) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printer = new PrintStream(out, false, StandardCharsets.UTF_8);
    HistogramLogWriter log = new HistogramLogWriter(printer);
    long start = intervals.get(0).getStartTimeStamp();
    comments.forEach(comment -> log.outputComment("[" + comment + "]"));
    // HdrHistogram's readers take a log that is cut off for one that has ended.
    log.outputComment("[Intervals: " + intervals.size() + "]");
    log.outputComment("[Values are in ns; the column Interval_Max is in ms.]");
    log.outputLogFormatVersion();
    log.outputStartTime(start);
    log.setBaseTime(start);
    log.outputBaseTime(start);
    log.outputLegend();
    intervals.forEach(log::outputIntervalHistogram);
    printer.flush();
    return out.toString(StandardCharsets.UTF_8);
  }
}
