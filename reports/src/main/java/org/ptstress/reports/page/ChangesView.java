package org.ptstress.reports.page;

import java.util.List;
import java.util.Locale;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.verdict.CellView;
import org.ptstress.run.cost.CostChange;
import org.ptstress.run.cost.CostChange.Effect;

/**
 * What differs between the first run and another.
 *
 * @param from the first run's short label
 * @param to the other run's short label
 * @param verdicts the verdicts that differ, the gravest first
 * @param missing what only one of the runs has a verdict on, in a sentence, or empty
 * @param counted how many designs were counted in both
 * @param costs what operations cost more, then what they cost less
 * @param speeds the speeds whose spreads lie apart by more than the margin, the largest change
 *     first
 * @param compared how many speeds were compared
 * @param problems why something was not compared, in sentences
 */
record ChangesView(
    String from,
    String to,
    List<VerdictChange> verdicts,
    String missing,
    int counted,
    List<CostChange> costs,
    List<SpeedChange> speeds,
    int compared,
    List<String> problems) {
  /** So many problems stand above the answer; two profiles have hundreds of rows that differ. */
  private static final int SHOWN = 3;

  /** The problems that are seen at once. */
  List<String> firstProblems() {
    return problems.subList(0, Math.min(SHOWN, problems.size()));
  }

  /** Those that have to be unfolded. */
  List<String> otherProblems() {
    return problems.subList(firstProblems().size(), problems.size());
  }

  /**
   * A verdict that differs.
   *
   * @param before the cell of the first run
   * @param after the cell of the other run
   */
  record VerdictChange(CellView before, CellView after) {}

  /**
   * A speed that changed.
   *
   * @param what the benchmark with its parameters
   * @param design the design
   * @param slower whether it became slower
   * @param change the change with the spread of the forks, in per cent
   * @param before the score of the first run
   * @param after the score of the other run
   */
  record SpeedChange(
      String what, String design, boolean slower, String change, String before, String after) {
    /** The word for it. */
    String word() {
      return slower ? "slower" : "faster";
    }
  }

  /** The outcome in a sentence. */
  String sentence() {
    long more = costs.stream().filter(change -> change.effect() == Effect.REGRESSED).count();
    long slower = speeds.stream().filter(SpeedChange::slower).count();
    return String.format(
        Locale.ROOT,
        "%s; of %s %s rose and %d fell; of %s %d slower, %d faster.",
        verdicts.isEmpty() ? "No verdict differs" : differing(),
        Format.count(counted, "counted design"),
        Format.count(more, "figure"),
        costs.size() - more,
        Format.count(compared, "speed"),
        slower,
        speeds.size() - slower);
  }

  private String differing() {
    return verdicts.size() == 1 ? "1 verdict differs" : verdicts.size() + " verdicts differ";
  }
}
