package org.ptstress.reports.gate;

import java.util.List;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.result.JmhRow;

/**
 * The measurements of one stored run.
 *
 * @param source where they were read, for messages
 * @param rows what was measured of designs
 */
public record MeasuredRun(String source, List<JmhRow> rows) {

  /** Copies the list. */
  public MeasuredRun {
    rows = List.copyOf(rows);
  }

  /**
   * The measurements of a run. Rows without a design, such as baselines and peers, are left out.
   *
   * @param run the run
   * @return what can be compared with another run
   */
  public static MeasuredRun of(RunFolder run) {
    return new MeasuredRun(
        run.path().toString(),
        run.measurements().stream().filter(row -> !row.design().isEmpty()).toList());
  }
}
