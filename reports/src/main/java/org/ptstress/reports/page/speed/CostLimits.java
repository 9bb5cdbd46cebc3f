package org.ptstress.reports.page.speed;

import java.util.List;
import java.util.Optional;
import org.ptstress.reports.chart.Style;
import org.ptstress.run.measurement.JmhRow;

/** What the machine allows: the controls of the same run that costs are held against. */
final class CostLimits {
  /** An array load and a compare. */
  static final String FIND = "FindBenchmark.limit";

  /** An atomic increment. */
  static final String CREATE = "CreateDeleteBenchmark.limit";

  private final List<JmhRow> all;

  CostLimits(List<JmhRow> all) {
    this.all = all;
  }

  /** A control of that many threads, and of as many timers where it has some. */
  Optional<JmhRow> of(String benchmark, int threads, String timers) {
    return all.stream()
        .filter(row -> row.benchmark().equals(benchmark) && row.threads() == threads)
        .filter(row -> row.timers() == null || row.timers().equals(timers))
        .filter(row -> !row.isStolen())
        .findFirst();
  }

  /** A row of limits, if there is any. */
  static Optional<CostView.Row> row(List<Optional<String>> cells) {
    return cells.stream().anyMatch(Optional::isPresent)
        ? Optional.of(
            new CostView.Row(
                "limit of the machine",
                Style.CONTROL,
                cells.stream().map(cell -> cell.orElse("")).toList()))
        : Optional.empty();
  }
}
