package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.ptstress.run.result.Row;

/**
 * Further questions that follow from the rows: a design over all parameters, and the yardstick.
 *
 * <p>A change that hits a design at every parameter is easier to see in the mean of its rows than
 * in any one of them: the noise of independent rows averages out.
 */
final class Summaries {
  private Summaries() {}

  /** One comparison for each benchmark, design and number of threads that has several rows. */
  static List<Comparison> overParams(List<Comparison> rows) {
    Map<Row, List<Comparison>> groups = new LinkedHashMap<>();
    for (Comparison row : rows) {
      if (row.isJudgeable()) {
        groups.computeIfAbsent(mean(row.row()), unused -> new ArrayList<>()).add(row);
      }
    }
    List<Comparison> means = new ArrayList<>();
    for (List<Comparison> group : groups.values()) {
      if (group.size() > 1) {
        Contrast mean =
            Contrast.mean(group.stream().flatMap(row -> row.contrasts().stream()).toList());
        means.add(combine(group, mean(group.get(0).row()), true, false, List.of(mean)));
      }
    }
    return means;
  }

  private static Row mean(Row row) {
    return new Row(row.benchmark(), row.design(), 0, row.threads());
  }

  /**
   * The yardstick against every other design, in each cell with at least two of them. With one
   * other design nobody can say which of the two has moved.
   */
  static List<Comparison> ofYardstick(String yardstick, List<Comparison> comparisons) {
    record Key(Row cell, boolean overParams) {}
    Map<Key, List<Comparison>> cells = new LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      if (comparison.isJudgeable()) {
        Key key = new Key(comparison.row().withoutDesign(), comparison.overParams());
        cells.computeIfAbsent(key, unused -> new ArrayList<>()).add(comparison);
      }
    }
    List<Comparison> result = new ArrayList<>();
    for (List<Comparison> cell : cells.values()) {
      if (cell.size() > 1) {
        List<Contrast> mirrored =
            cell.stream()
                .flatMap(comparison -> comparison.contrasts().stream())
                .map(Contrast::negated)
                .toList();
        Comparison first = cell.get(0);
        result.add(
            combine(cell, first.row().withDesign(yardstick), first.overParams(), true, mirrored));
      }
    }
    return result;
  }

  private static Comparison combine(
      List<Comparison> parts,
      Row row,
      boolean overParams,
      boolean mirrored,
      List<Contrast> contrasts) {
    return new Comparison(
        row,
        overParams,
        geometricMean(parts, mirrored, Comparison::baselineRatio),
        geometricMean(parts, mirrored, Comparison::candidateRatio),
        fewest(parts, Comparison::baselineForks),
        fewest(parts, Comparison::candidateForks),
        parts.stream().mapToInt(Comparison::stolenForks).sum(),
        parts.stream().mapToDouble(Comparison::yardstickShift).average().orElse(0),
        contrasts);
  }

  private static double geometricMean(
      List<Comparison> parts, boolean mirrored, ToDoubleFunction<Comparison> ratio) {
    double mean =
        parts.stream().mapToDouble(part -> Math.log(ratio.applyAsDouble(part))).average().orElse(0);
    return Math.exp(mirrored ? -mean : mean);
  }

  private static int fewest(List<Comparison> parts, ToIntFunction<Comparison> forks) {
    return parts.stream().mapToInt(forks).min().orElse(0);
  }
}
