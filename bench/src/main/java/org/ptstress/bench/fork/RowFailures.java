package org.ptstress.bench.fork;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ptstress.bench.jvm.MeasurementException;
import org.ptstress.run.measurement.Row;

/**
 * The rows of a run whose forks failed. A failure costs its row alone, and a row that hangs costs a
 * minute: so a design that hung in two rows is measured no further.
 */
final class RowFailures {
  /** A fork that fails after this long has hung; those that throw fail within seconds. */
  private static final Duration HANG = Duration.ofSeconds(30);

  private static final int HANGS = 2;

  private final List<FailedRow> rows = new ArrayList<>();
  private final Map<String, Integer> hangs = new TreeMap<>();

  /**
   * Takes in a failure.
   *
   * @param row the row of the fork
   * @param failure the reason
   * @param took how long the fork ran
   */
  void add(Row row, MeasurementException failure, Duration took) {
    rows.add(new FailedRow(row, String.valueOf(failure.getMessage())));
    if (took.compareTo(HANG) >= 0) {
      hangs.merge(row.design(), 1, Integer::sum);
    }
  }

  /** Whether a row failed, or is not worth trying; that is then recorded as its failure. */
  boolean rules(Row row) {
    if (contains(row)) {
      return true;
    }
    if (row.design().isEmpty() || hangs.getOrDefault(row.design(), 0) < HANGS) {
      return false;
    }
    rows.add(
        new FailedRow(
            row,
            row + " was not measured: " + row.design() + " hung in " + HANGS + " other rows."));
    return true;
  }

  private boolean contains(Row row) {
    return rows.stream().anyMatch(failed -> failed.row().equals(row));
  }

  /** All failed rows, in the order in which they failed. */
  List<FailedRow> rows() {
    return List.copyOf(rows);
  }
}
