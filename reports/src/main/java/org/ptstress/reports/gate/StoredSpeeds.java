package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.measurement.HostInfo;
import org.ptstress.run.measurement.JmhRow;
import org.ptstress.run.measurement.Row;

/**
 * The speeds of designs in two stored runs. Their interval goes from the slowest fork of the
 * candidate beside the fastest of the baseline to the fastest beside the slowest: it knows of what
 * differs from fork to fork, and nothing of what differs from run to run.
 *
 * @param rows the speeds that both runs have
 * @param missing what the baseline alone measured
 * @param difference why speeds of the two cannot be compared, a sentence without a full stop; empty
 *     if they come from machines that look the same
 */
public record StoredSpeeds(List<TimedRow> rows, List<Row> missing, String difference) {
  public StoredSpeeds {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }

  /**
   * Reads the speeds of two runs.
   *
   * @param baseline the run that was good enough
   * @param candidate the run in question
   * @param margins the smallest change that matters
   * @return what both runs measured
   */
  public static StoredSpeeds of(RunFolder baseline, RunFolder candidate, Margins margins) {
    Map<Row, JmhRow> now = designs(candidate);
    List<TimedRow> rows = new ArrayList<>();
    List<Row> missing = new ArrayList<>();
    designs(baseline)
        .forEach(
            (row, before) -> {
              JmhRow after = now.get(row);
              if (after == null) {
                missing.add(row);
              } else {
                rows.add(row(before, after, margins));
              }
            });
    return new StoredSpeeds(rows, missing, difference(baseline.host(), candidate.host()));
  }

  /** Rows without a design are limits of the machine. */
  private static Map<Row, JmhRow> designs(RunFolder run) {
    Map<Row, JmhRow> rows = new LinkedHashMap<>();
    run.measurements().stream()
        .filter(row -> !row.design().isEmpty())
        .forEach(row -> rows.put(row.row(), row));
    return rows;
  }

  private static TimedRow row(JmhRow before, JmhRow now, Margins margins) {
    List<Double> old = before.speeds();
    List<Double> newer = now.speeds();
    double margin = margins.of(now.threads());
    boolean comparable = Math.min(old.size(), newer.size()) > 1;
    @Nullable Interval interval = comparable ? interval(old, newer) : null;
    String forks =
        String.format(
            Locale.ROOT,
            "%d and %d forks that are samples: a spread needs 2 on each side",
            old.size(),
            newer.size());
    return new TimedRow(
        now.row(),
        interval == null ? GateVerdict.INCONCLUSIVE : GateVerdict.of(interval, margin),
        old,
        newer,
        interval,
        margin,
        comparable ? "" : forks,
        null,
        false);
  }

  private static Interval interval(List<Double> old, List<Double> newer) {
    return new Interval(
        Math.log(TimedRow.median(newer) / TimedRow.median(old)),
        Math.log(Collections.min(newer) / Collections.max(old)),
        Math.log(Collections.max(newer) / Collections.min(old)));
  }

  private static String difference(@Nullable HostInfo one, @Nullable HostInfo other) {
    return one == null || other == null
        ? "the machine of one was not recorded"
        : Machines.difference(one.fingerprint(), other.fingerprint());
  }
}
