package org.ptstress.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.ptstress.run.folder.WholeFile;

/** Interval logs in HdrHistogram's own format, so that its tools open them. */
final class IntervalLog {
  private IntervalLog() {}

  /**
   * Writes a log.
   *
   * @param file the file; it appears only when it is complete
   * @param comments lines about what was measured
   * @param intervals histograms of ns with their start and end times, at least one, in the order of
   *     time; the tag of each names its series
   * @throws IOException if it cannot be written
   */
  static void write(Path file, List<String> comments, List<Histogram> intervals)
      throws IOException {
    WholeFile.write(file, out -> write(out, file, comments, intervals));
  }

  private static void write(
      OutputStream out, Path file, List<String> comments, List<Histogram> intervals)
      throws IOException {
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
    // A print stream swallows errors; ask it before the file counts as complete.
    if (printer.checkError()) {
      throw new IOException("The histograms cannot be written to " + file + ".");
    }
  }
}
