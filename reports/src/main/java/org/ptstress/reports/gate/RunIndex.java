package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sound measurements of a run by cell and design, and what is wrong with the others. */
final class RunIndex {
  /** Beyond this the score is not the mean of its forks, but for rounding. */
  private static final double ROUNDING = 1e-3;

  private final String source;
  private final Map<Cell, Map<String, Measurement>> cells = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> editedScores = new ArrayList<>();

  RunIndex(MeasuredRun run) {
    source = run.source();
    run.measurements().forEach(this::add);
  }

  private void add(Measurement row) {
    if (!row.isSound()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s: %s has score %s and forks %s, which are no speeds",
              source,
              row.label(),
              row.score(),
              row.forks()));
    }
    Map<String, Measurement> designs =
        cells.computeIfAbsent(row.cell(), unused -> new LinkedHashMap<>());
    if (designs.putIfAbsent(row.design(), row) != null) {
      problems.add(source + ": " + row.label() + " was measured twice");
    }
    double mean = row.forks().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    if (row.isSound() && mean > 0 && Math.abs(mean / row.score() - 1) > ROUNDING) {
      editedScores.add(row.label());
    }
  }

  String source() {
    return source;
  }

  Set<Cell> cells() {
    return cells.keySet();
  }

  /** The designs that were measured in a cell, sound or not. */
  Set<String> designs(Cell cell) {
    return cells.getOrDefault(cell, Map.of()).keySet();
  }

  boolean contains(Cell cell, String design) {
    return designs(cell).contains(design);
  }

  /** The measurement, or null when there is none that can be compared. */
  @Nullable Measurement find(Cell cell, String design) {
    Measurement row = cells.getOrDefault(cell, Map.of()).get(design);
    return row != null && row.isSound() ? row : null;
  }

  /** All sound measurements, except repetitions. */
  List<Measurement> sound() {
    return cells.values().stream()
        .flatMap(designs -> designs.values().stream())
        .filter(Measurement::isSound)
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
