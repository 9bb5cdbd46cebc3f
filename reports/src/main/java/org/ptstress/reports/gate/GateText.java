package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a gate's report as text for a terminal. */
public final class GateText {
  private static final List<String> HEADER =
      List.of(
          "verdict",
          "benchmark",
          "design",
          "parameters",
          "threads",
          "baseline",
          "candidate",
          "change [interval]",
          "forks");

  private GateText() {}

  /**
   * A table of all rows, problems and notes, then each regression, then the verdict in one line.
   *
   * @return lines ending with a line feed
   */
  public static String render(GateReport report) {
    StringBuilder text = new StringBuilder();
    line(text, "Gate: candidate %s against baseline %s", report.candidate(), report.baseline());
    line(text, "%s", report.unit());
    line(text, "");
    table(text, report.rows());
    list(text, "Incomplete:", report.problems());
    list(text, "Notes:", report.notes());
    list(text, "Contradicted claims:", report.contradictions());
    list(text, "Improved:", changes(report, GateVerdict.IMPROVED));
    list(text, "Regressed:", changes(report, GateVerdict.REGRESSED));
    line(text, "%s", closing(report));
    return text.toString();
  }

  /** The verdict in one line, with the exit status. */
  public static String closing(GateReport report) {
    String verdict =
        switch (report.exitStatus()) {
          case GateReport.PASSED -> "passed";
          case GateReport.REGRESSED -> "REGRESSED";
          case GateReport.CONTRADICTED -> "CLAIM CONTRADICTED";
          default -> "INCOMPLETE";
        };
    return String.format(
        Locale.ROOT,
        "Gate %s (exit status %d): %d regressed, %d improved, %d unchanged, %d inconclusive",
        verdict,
        report.exitStatus(),
        report.count(GateVerdict.REGRESSED),
        report.count(GateVerdict.IMPROVED),
        report.count(GateVerdict.UNCHANGED),
        report.count(GateVerdict.INCONCLUSIVE));
  }

  private static List<String> changes(GateReport report, GateVerdict verdict) {
    return report.rows(verdict).stream()
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "%s: %s, margin %.0f %%",
                    row.label(),
                    row.change(),
                    100 * row.margin()))
        .toList();
  }

  private static void table(StringBuilder text, List<GateRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    rows.stream()
        .sorted(Comparator.comparing(GateRow::verdict))
        .map(GateText::cells)
        .forEach(lines::add);
    int[] widths = new int[HEADER.size()];
    for (List<String> cells : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cells.get(i).length());
      }
    }
    for (List<String> cells : lines) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        line.append(cells.get(i));
        if (i < cells.size() - 1) {
          line.append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    text.append('\n');
  }

  /** The columns of the header, and after them what would decide an inconclusive row. */
  private static List<String> cells(GateRow row) {
    return List.of(
        row.verdict().name(),
        row.row().shortName(),
        row.design(),
        row.params(),
        Integer.toString(row.threads()),
        String.format(Locale.ROOT, "%.3f", row.baselineRatio()),
        String.format(Locale.ROOT, "%.3f", row.candidateRatio()),
        row.change(),
        row.baselineForks() + "/" + row.candidateForks(),
        row.detail());
  }

  private static void list(StringBuilder text, String title, List<String> items) {
    if (!items.isEmpty()) {
      line(text, "%s", title);
      text.append(items.stream().map(item -> "  " + item + "\n").collect(Collectors.joining()));
      line(text, "");
    }
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
