package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.cost.CostChange;
import org.ptstress.run.cost.CostChange.Effect;
import org.ptstress.run.cost.CostComparison;

/** Writes a gate's report as text for a terminal. */
public final class GateText {
  /**
   * So many changes of a design are listed; one access more in a find changes dozens of figures.
   */
  private static final int SHOWN = 10;

  private GateText() {}

  /**
   * The exact rows, the speeds, problems and notes, then each regression, then the verdict in one
   * line.
   *
   * @param report the outcome
   * @return lines ending with a line feed
   */
  public static String render(GateReport report) {
    StringBuilder text = new StringBuilder();
    line(text, "Gate: candidate %s against baseline %s", report.candidate(), report.baseline());
    line(text, "");
    if (!report.costs().isEmpty()) {
      line(text, "Exact: counts and conflicts of operations, without margins.");
      table(
          text,
          List.of("verdict", "design", "figures", "more", "fewer"),
          report.costs().stream()
              .sorted(Comparator.comparing(GateVerdict::of))
              .map(GateText::cells)
              .toList());
    }
    if (!report.timed().isEmpty()) {
      line(
          text,
          "Timed: speeds in operations a second, the median of the forks and their spread%s.",
          report.timedDecide() ? "" : "; for information, they decide nothing");
      table(
          text,
          List.of(
              report.timedDecide() ? "verdict" : "",
              "benchmark",
              "design",
              "parameters",
              "threads",
              "baseline",
              "candidate",
              "change [interval]",
              "forks"),
          report.timed().stream()
              .sorted(
                  report.timedDecide()
                      ? Comparator.comparing(TimedRow::verdict)
                      : Comparator.comparing(row -> row.row().toString()))
              .map(row -> cells(row, report.timedDecide()))
              .toList());
    }
    list(text, "Incomplete:", report.problems());
    list(text, "Notes:", report.notes());
    list(text, "Contradicted claims:", report.contradictions());
    list(text, "Improved:", changes(report, Effect.IMPROVED, GateVerdict.IMPROVED));
    list(text, "Regressed:", changes(report, Effect.REGRESSED, GateVerdict.REGRESSED));
    line(text, "%s", closing(report));
    return text.toString();
  }

  /**
   * The verdict in one line.
   *
   * @param report the outcome
   * @return a line with the exit status
   */
  public static String closing(GateReport report) {
    String verdict =
        switch (report.exitStatus()) {
          case ExitStatus.PASSED -> "passed";
          case ExitStatus.REGRESSED -> "REGRESSED";
          case ExitStatus.CONTRADICTED -> "CLAIM CONTRADICTED";
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

  private static List<String> changes(GateReport report, Effect effect, GateVerdict verdict) {
    List<String> lines = new ArrayList<>();
    for (CostComparison costs : report.costs()) {
      List<String> all = changes(costs, effect).map(change -> text(change)).toList();
      lines.addAll(all.subList(0, Math.min(SHOWN, all.size())));
      if (all.size() > SHOWN) {
        lines.add(costs.design() + ": and " + (all.size() - SHOWN) + " more figures");
      }
    }
    report.timed().stream()
        .filter(row -> report.timedDecide() && row.verdict() == verdict)
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "%s: %s, margin %.0f %%",
                    row.row(),
                    row.change(),
                    100 * row.margin()))
        .forEach(lines::add);
    return lines;
  }

  private static Stream<CostChange> changes(CostComparison costs, Effect effect) {
    return costs.changes().stream().filter(change -> change.effect() == effect);
  }

  private static String text(CostChange change) {
    return change.design() + ": " + change.text();
  }

  private static List<String> cells(CostComparison costs) {
    return List.of(
        GateVerdict.of(costs).name(),
        costs.design(),
        Integer.toString(costs.compared()),
        Long.toString(changes(costs, Effect.REGRESSED).count()),
        Long.toString(changes(costs, Effect.IMPROVED).count()));
  }

  /** The columns of the header, and after them what would decide an inconclusive row. */
  private static List<String> cells(TimedRow row, boolean decides) {
    return List.of(
        decides ? row.verdict().name() : "",
        row.row().shortName(),
        row.row().design(),
        row.row().paramsBesideDesign(),
        Integer.toString(row.row().threads()),
        spread(row.baseline()),
        spread(row.candidate()),
        row.change(),
        row.baseline().size() + "/" + row.candidate().size(),
        row.detail());
  }

  private static String spread(List<Double> forks) {
    return forks.isEmpty()
        ? "-"
        : String.format(
            Locale.ROOT,
            "%s [%s, %s]",
            number(TimedRow.median(forks)),
            number(Collections.min(forks)),
            number(Collections.max(forks)));
  }

  private static String number(double speed) {
    return speed < 1e6
        ? String.format(Locale.ROOT, "%.1f", speed)
        : String.format(Locale.ROOT, "%.3f M", speed / 1e6);
  }

  private static void table(StringBuilder text, List<String> header, List<List<String>> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(header);
    lines.addAll(rows);
    int[] widths = new int[header.size()];
    for (List<String> cells : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cells.get(i).length());
      }
    }
    for (List<String> cells : lines) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        String cell = cells.get(i);
        line.append(cell);
        if (i < widths.length && widths[i] > 0) {
          line.append(" ".repeat(widths[i] - cell.length() + 2));
        }
      }
      line(text, "%s", line.toString().stripTrailing());
    }
    line(text, "");
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
