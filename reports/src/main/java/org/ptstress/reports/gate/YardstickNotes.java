package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * Says when it looks as if the yardstick has moved, rather than everything else.
 *
 * <p>Ratios alone cannot tell the two apart. The scores themselves can, where both runs come from
 * one machine, so the note gives them.
 */
final class YardstickNotes {
  private YardstickNotes() {}

  /** Notes for comparisons and the rows they became, which have the same order. */
  static List<String> of(List<Comparison> comparisons, List<GateRow> rows) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      GateRow row = rows.get(i);
      boolean moved =
          row.verdict() == GateVerdict.REGRESSED || row.verdict() == GateVerdict.IMPROVED;
      if (moved && row.design().equals(Gate.YARDSTICK)) {
        notes.add(moved(comparisons.get(i), row));
      }
    }
    boolean watched =
        comparisons.stream().anyMatch(row -> row.row().design().equals(Gate.YARDSTICK));
    if (!watched && comparisons.stream().anyMatch(Comparison::isJudgeable)) {
      notes.add(
          String.format(
              "with one design beside %s, a move of either shows as a move of that design",
              Gate.YARDSTICK));
    }
    return notes;
  }

  private static String moved(Comparison comparison, GateRow row) {
    double yardstick = comparison.yardstickShift();
    double effect =
        comparison.contrasts().stream().mapToDouble(Contrast::effect).average().orElse(0);
    return String.format(
        "%s moved against every other design: it became %s, or all the others %s."
            + " Its score changed by %s, theirs by %s on average;"
            + " on one machine these tell who moved",
        row.label(),
        effect < 0 ? "slower" : "faster",
        effect < 0 ? "faster" : "slower",
        Labels.percent(yardstick),
        Labels.percent(yardstick - effect));
  }
}
