package org.ptstress.reports.result;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the part of JMH's own JSON that the report needs. */
final class JmhFile {
  private JmhFile() {}

  static List<JmhRow> read(Path file) throws UnreadableRunException {
    return JsonFile.readList(file, Entry.class).stream().map(JmhFile::row).toList();
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
