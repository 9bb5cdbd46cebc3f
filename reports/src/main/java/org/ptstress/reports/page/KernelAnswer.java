package org.ptstress.reports.page;

import java.util.List;
import java.util.Locale;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.evidence.KernelView;

/**
 * The answer of runs that compared kernels with their models, and did nothing else.
 *
 * @param rows the comparisons of all runs
 */
record KernelAnswer(List<KernelView> rows) {
  private long different() {
    return rows.stream().filter(KernelView::differs).count();
  }

  private long compared() {
    return rows.stream().filter(KernelView::ran).count();
  }

  /** The colour of the answer. */
  String tone() {
    return different() > 0 ? "contradicted" : compared() > 0 ? "holds" : "not-run";
  }

  /** The answer as a heading. */
  String headline() {
    if (different() > 0) {
      return "The kernel differs from its model";
    }
    return compared() > 0
        ? "No difference between kernel and model"
        : "Nothing was compared with a kernel";
  }

  /** The figures below the heading. */
  String sentence() {
    return String.format(
        Locale.ROOT,
        "%s with a kernel, %d different, %d not run",
        Format.count(compared(), "comparison"),
        different(),
        rows.size() - compared());
  }
}
