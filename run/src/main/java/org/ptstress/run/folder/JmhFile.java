package org.ptstress.run.folder;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.result.JmhRow;

/** Reads the part of JMH's own JSON that the report needs. */
final class JmhFile {
  private JmhFile() {}

  static List<JmhRow> read(Path file) throws UnreadableRunException {
    List<JmhRow> rows = new ArrayList<>();
    for (Entry entry : JsonFile.readList(file, Entry.class)) {
      String fault = fault(entry);
      if (!fault.isEmpty()) {
        throw JsonFile.foreign(file, "its entry " + (rows.size() + 1) + " " + fault, null);
      }
      rows.add(row(entry));
    }
    return rows;
  }

  /** What JMH never writes, or writes where nothing was measured; empty if there is nothing. */
  private static String fault(Entry entry) {
    Metric metric = entry.primaryMetric;
    if (entry.benchmark.indexOf('.') < 0) {
      return "has no class and method, but \"" + entry.benchmark + "\"";
    }
    if (entry.threads < 1) {
      return "has " + entry.threads + " threads";
    }
    boolean sound =
        isScore(metric.score)
            && requireNonNullElse(metric.rawData, List.<List<Double>>of()).stream()
                .allMatch(fork -> fork != null && fork.stream().allMatch(JmhFile::isScore));
    if (!sound) {
      return "has a score that is no number of operations or no time";
    }
    String timers = requireNonNullElse(entry.params, Map.<String, String>of()).get("timers");
    boolean laidOut = entry.benchmark.contains("GrowthBenchmark.");
    return laidOut && (metric.score == 0 || timers == null || !timers.matches("[1-9]\\d{0,8}"))
        ? "has a growth of no speed or no timers"
        : "";
  }

  private static boolean isScore(@Nullable Double score) {
    return score != null && Double.isFinite(score) && score >= 0;
  }

  private static JmhRow row(Entry entry) {
    Map<String, Double> secondary = new HashMap<>();
    entry.secondaryMetrics.forEach((name, metric) -> secondary.put(name, metric.score));
    Metric primary = entry.primaryMetric;
    return new JmhRow(
        simpleName(entry.benchmark),
        requireNonNullElse(entry.params, Map.of()),
        entry.threads,
        entry.mode,
        primary.scoreUnit,
        requireNonNullElse(primary.rawData, List.of()),
        primary.score,
        secondary);
  }

  /** The last two parts of a name in dots: class and method. */
  private static String simpleName(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    int type = benchmark.lastIndexOf('.', method - 1);
    return benchmark.substring(type + 1);
  }

  record Entry(
      String benchmark,
      String mode,
      int threads,
      @Nullable Map<String, String> params,
      Metric primaryMetric,
      Map<String, Metric> secondaryMetrics) {
    Entry {
      requireNonNull(benchmark, "benchmark");
      requireNonNull(mode, "mode");
      requireNonNull(primaryMetric, "primaryMetric");
      secondaryMetrics = requireNonNullElse(secondaryMetrics, Map.of());
    }
  }

  record Metric(double score, String scoreUnit, @Nullable List<List<Double>> rawData) {
    Metric {
      requireNonNull(scoreUnit, "scoreUnit");
    }
  }
}
