package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.result.JmhRow;
import org.ptstress.run.result.Row;

/** The sound measurements of a run by cell and design, and what is wrong with the others. */
final class RunIndex {
  /** Beyond this the score is not the mean of its forks, but for rounding. */
  private static final double ROUNDING = 1e-3;

  private final String source;
  private final Map<Row, Map<String, JmhRow>> cells = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> editedScores = new ArrayList<>();

  RunIndex(MeasuredRun run) {
    source = run.source();
    run.rows().forEach(this::add);
  }

  private void add(JmhRow row) {
    if (!isSound(row)) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s: %s has score %s and forks %s, which are no speeds",
              source,
              row.row(),
              row.speed(),
              row.speeds()));
    }
    Map<String, JmhRow> designs =
        cells.computeIfAbsent(row.row().withoutDesign(), unused -> new LinkedHashMap<>());
    if (designs.putIfAbsent(row.design(), row) != null) {
      problems.add(source + ": " + row.row() + " was measured twice");
    }
    double mean = row.speeds().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    if (isSound(row) && mean > 0 && Math.abs(mean / row.speed() - 1) > ROUNDING) {
      editedScores.add(row.row().toString());
    }
  }

  /** Whether the speed and that of every fork can stand in a ratio: finite and above zero. */
  private static boolean isSound(JmhRow row) {
    return isSpeed(row.speed()) && row.speeds().stream().allMatch(RunIndex::isSpeed);
  }

  private static boolean isSpeed(double value) {
    return Double.isFinite(value) && value > 0;
  }

  String source() {
    return source;
  }

  Set<Row> cells() {
    return cells.keySet();
  }

  /** The designs that were measured in a cell, sound or not. */
  Set<String> designs(Row cell) {
    return cells.getOrDefault(cell, Map.of()).keySet();
  }

  boolean contains(Row cell, String design) {
    return designs(cell).contains(design);
  }

  /** The measurement, or null when there is none that can be compared. */
  @Nullable JmhRow find(Row cell, String design) {
    JmhRow row = cells.getOrDefault(cell, Map.of()).get(design);
    return row != null && isSound(row) ? row : null;
  }

  /** All sound measurements, except repetitions. */
  List<JmhRow> sound() {
    return cells.values().stream()
        .flatMap(designs -> designs.values().stream())
        .filter(RunIndex::isSound)
        .toList();
  }

  /** Rows that cannot be compared, each named with the source. */
  List<String> problems() {
    return problems;
  }

  /** Rows whose score says something else than their forks. */
  List<String> editedScores() {
    return editedScores;
  }
}
