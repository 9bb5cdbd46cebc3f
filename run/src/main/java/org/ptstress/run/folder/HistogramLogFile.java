package org.ptstress.run.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.measurement.LatencyLog;

/**
 * Reads an interval log with HdrHistogram's own reader. That reader accepts a truncated log as
 * complete, so each line is checked against the format first and decoded separately.
 */
public final class HistogramLogFile {
  private static final Pattern INTERVAL =
      Pattern.compile("(Tag=[^, ]+,)?[0-9.]+,[0-9.]+,[0-9.]+,[A-Za-z0-9+/]+=*");
  private static final Pattern COUNT = Pattern.compile("#\\[Intervals: (\\d{1,9})]");
  private static final String LEGEND = "\"StartTimestamp\"";
  private static final int DIGITS = 3;

  private HistogramLogFile() {}

  /**
   * Reads a log.
   *
   * @param file the file
   * @return its series, in the order in which they begin; at least one
   * @throws UnreadableRunException if it is cut off, or no log of a run folder
   */
  public static List<LatencyLog> read(Path file) throws UnreadableRunException {
    String fileName = file.getFileName().toString();
    String stem = fileName.substring(0, fileName.lastIndexOf('.'));
    List<String> lines = lines(file);
    Map<LatencyTag, List<Histogram>> series = new LinkedHashMap<>();
    int count = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#") || line.startsWith(LEGEND) || line.isBlank()) {
        continue;
      }
      Histogram interval = interval(file, i + 1, line);
      LatencyTag tag = LatencyTag.of(interval.getTag(), stem);
      if (tag == null) {
        throw unreadable(
            file,
            i + 1,
            "has at",
            "the tag \"%s\", which names no design, operation and rate"
                .formatted(interval.getTag()),
            null);
      }
      series.computeIfAbsent(tag, unused -> new ArrayList<>()).add(interval);
      count++;
    }
    requireAll(file, lines, count);
    List<LatencyLog> logs = new ArrayList<>();
    series.forEach((tag, intervals) -> logs.add(sum(tag, intervals)));
    if (logs.isEmpty() || logs.stream().anyMatch(log -> log.histogram().getTotalCount() == 0)) {
      throw unreadable(file, lines.size(), "ends at", "without a single recorded value", null);
    }
    return logs;
  }

  /** Compares the number of intervals with the announced one; older logs announce none. */
  private static void requireAll(Path file, List<String> lines, int count)
      throws UnreadableRunException {
    for (String line : lines) {
      Matcher announced = COUNT.matcher(line);
      if (announced.matches() && Integer.parseInt(announced.group(1)) != count) {
        throw unreadable(
            file,
            lines.size(),
            "ends at",
            String.format(
                Locale.ROOT, "after %d of %s intervals: cut off?", count, announced.group(1)),
            null);
      }
    }
  }

  private static LatencyLog sum(LatencyTag tag, List<Histogram> intervals) {
    Histogram sum = new Histogram(DIGITS);
    intervals.forEach(sum::add);
    return new LatencyLog(
        tag.design(), tag.operation(), tag.rate(), tag.disturbed(), sum, intervals.size());
  }

  private static List<String> lines(Path file) throws UnreadableRunException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw unreadable(file, 1, "is not text, from", "on", e);
    } catch (IOException e) {
      throw new UnreadableRunException(
          file + " cannot be read (" + e.getMessage() + "); check its permissions.", e);
    }
  }

  private static Histogram interval(Path file, int number, String line)
      throws UnreadableRunException {
    if (!INTERVAL.matcher(line).matches()) {
      throw unreadable(
          file, number, "has at", "no interval of an HdrHistogram log, or a cut-off one", null);
    }
    try (InputStream input =
            new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8));
        HistogramLogReader reader = new HistogramLogReader(input)) {
      EncodableHistogram decoded = reader.nextIntervalHistogram();
      if (decoded instanceof Histogram histogram) {
        return histogram;
      }
      throw unreadable(file, number, "has at", "no histogram of whole nanoseconds", null);
    } catch (UnreadableRunException e) {
      throw e;
    } catch (RuntimeException | IOException e) {
      // On a truncated payload, the decoder throws whatever its buffers throw.
      throw unreadable(file, number, "has at", "an interval that cannot be decoded: cut off?", e);
    }
  }

  private static UnreadableRunException unreadable(
      Path file, int line, String verb, String what, @Nullable Throwable cause) {
    return new UnreadableRunException(
        String.format(
            Locale.ROOT,
            "%s %s line %d %s; copy the folder again, or repeat the run.",
            file,
            verb,
            Math.max(line, 1),
            what),
        cause);
  }
}
