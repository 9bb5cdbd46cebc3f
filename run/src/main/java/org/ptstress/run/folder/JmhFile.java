package org.ptstress.run.folder;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.Row;

/** Reads JMH's own JSON. */
public final class JmhFile {
  /** Other modes keep no score of each iteration, so a fork would be no sample. */
  private static final Set<String> MODES = Set.of("thrpt", "avgt", "ss");

  private JmhFile() {}

  /**
   * Reads a file.
   *
   * @param file usually {@code jmh.json} of a run folder
   * @return its rows, in their order
   * @throws UnreadableRunException if it is missing, cut off, not JMH's, or has an entry that
   *     measured nothing; the message names the place
   */
  public static List<JmhRow> read(Path file) throws UnreadableRunException {
    List<JmhRow> rows = new ArrayList<>();
    for (Entry entry : JsonFile.readRows(file, Entry.class, JmhFile::key)) {
      String fault = fault(entry);
      if (!fault.isEmpty()) {
        throw JsonFile.foreign(file, "its entry " + (rows.size() + 1) + " " + fault, null);
      }
      rows.add(row(entry));
    }
    return rows;
  }

  /** Detects what JMH never writes, or writes when nothing was measured; empty if all is well. */
  private static String fault(Entry entry) {
    Metric metric = entry.primaryMetric;
    if (entry.benchmark.indexOf('.') < 0) {
      return "has no class and method, but \"" + entry.benchmark + "\"";
    }
    if (entry.threads < 1) {
      return "has " + entry.threads + " threads";
    }
    if (!MODES.contains(entry.mode)) {
      return "has the mode " + entry.mode + ", which has no score for each fork";
    }
    List<List<Double>> forks = forks(metric);
    boolean sound =
        forks.stream()
            .allMatch(
                fork ->
                    fork != null && !fork.isEmpty() && fork.stream().allMatch(Objects::nonNull));
    if (!sound || forks.isEmpty()) {
      return "has a fork without a score";
    }
    if (hasNull(entry)) {
      return "has a parameter or a secondary metric that is null";
    }
    String timers = params(entry).get("timers");
    if (timers != null && !timers.matches("[1-9]\\d{0,8}")) {
      return "has \"" + timers + "\" timers";
    }
    boolean laidOut = entry.benchmark.contains("GrowthBenchmark.");
    return laidOut && (metric.score == 0 || timers == null)
        ? "has a growth without a speed or without timers"
        : "";
  }

  private static Stream<String> key(Entry entry) {
    return Stream.of(
        String.join(
            "/",
            entry.benchmark,
            String.valueOf(params(entry)),
            String.valueOf(entry.threads),
            entry.mode));
  }

  private static boolean hasNull(Entry entry) {
    return params(entry).values().stream().anyMatch(Objects::isNull)
        || entry.secondaryMetrics.values().stream()
            .anyMatch(
                metric ->
                    metric == null
                        || forks(metric).stream()
                            .anyMatch(
                                fork -> fork == null || fork.stream().anyMatch(Objects::isNull)));
  }

  private static Map<String, String> params(Entry entry) {
    return requireNonNullElse(entry.params, Map.of());
  }

  private static List<List<Double>> forks(Metric metric) {
    return requireNonNullElse(metric.rawData, List.of());
  }

  private static JmhRow row(Entry entry) {
    Map<String, JmhRow.Metric> secondary = new HashMap<>();
    entry.secondaryMetrics.forEach((name, metric) -> secondary.put(name, metric(metric)));
    return new JmhRow(
        new Row(entry.benchmark, params(entry), entry.threads),
        entry.mode,
        entry.primaryMetric.scoreUnit,
        metric(entry.primaryMetric),
        secondary);
  }

  private static JmhRow.Metric metric(Metric metric) {
    return new JmhRow.Metric(metric.score, forks(metric));
  }

  record Entry(
      String benchmark,
      String mode,
      int threads,
      @Nullable Map<String, String> params,
      Metric primaryMetric,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Metric> secondaryMetrics) {}

  record Metric(double score, String scoreUnit, @Nullable List<List<Double>> rawData) {}
}
