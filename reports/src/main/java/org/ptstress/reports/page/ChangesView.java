package org.ptstress.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ptstress.reports.gate.GateVerdict;
import org.ptstress.reports.gate.Margins;
import org.ptstress.reports.gate.StoredSpeeds;
import org.ptstress.reports.gate.TimedRow;
import org.ptstress.reports.page.element.DesignView;
import org.ptstress.reports.page.element.Format;
import org.ptstress.reports.page.speed.Measure;
import org.ptstress.reports.page.verdict.CellView;
import org.ptstress.reports.page.verdict.MatrixView;
import org.ptstress.run.cost.CostChange;
import org.ptstress.run.cost.CostChange.Effect;
import org.ptstress.run.cost.CostComparison;
import org.ptstress.run.folder.RunFolder;

/**
 * The differences between the first run and another.
 *
 * @param from the first run's short label
 * @param to the other run's short label
 * @param verdicts the verdicts that differ, the gravest first
 * @param missing what only one of the runs has a verdict on, in a sentence, or empty
 * @param counted the number of designs that were counted in both
 * @param costs what operations cost more, then what they cost less
 * @param speeds the speeds whose spreads lie apart by more than the margin, the largest change
 *     first
 * @param compared the number of speeds that were compared
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
  /**
   * The differences of each other run from the first.
   *
   * @param folders the runs
   * @param views the view of each
   */
  static List<ChangesView> of(List<RunFolder> folders, List<RunView> views) {
    List<ChangesView> changes = new ArrayList<>();
    for (int i = 1; i < folders.size(); i++) {
      changes.add(new Builder(folders.get(0), folders.get(i), views.get(0), views.get(i)).view());
    }
    return changes;
  }

  /** So many problems stand above the answer; two profiles have hundreds of rows that differ. */
  private static final int SHOWN = 3;

  /** The problems that are seen at once. */
  List<String> firstProblems() {
    return problems.subList(0, Math.min(SHOWN, problems.size()));
  }

  /** The problems that a reader unfolds. */
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

  /** Compares a run with the first one: verdicts and counts exactly, speeds by their spreads. */
  private record Builder(RunFolder base, RunFolder other, RunView baseView, RunView otherView) {
    private ChangesView view() {
      List<String> problems = new ArrayList<>();
      List<CostComparison> costs =
          base.costs().isEmpty() || other.costs().isEmpty()
              ? List.of()
              : CostComparison.of(base.costs(), other.costs());
      if (costs.isEmpty()) {
        problems.add("Operations were not counted in both runs.");
      }
      costs.forEach(each -> problems.addAll(each.problems()));
      List<TimedRow> speeds = speeds(problems);
      return new ChangesView(
          baseView.shortLabel(),
          otherView.shortLabel(),
          verdicts(),
          missing(),
          costs.size(),
          costs.stream()
              .flatMap(each -> each.changes().stream())
              .sorted(Comparator.comparing(CostChange::effect))
              .toList(),
          speeds.stream()
              .filter(row -> isSignificant(row.verdict()))
              .sorted(Comparator.comparingDouble(Builder::size).reversed())
              .map(this::change)
              .toList(),
          speeds.size(),
          problems);
    }

    private List<TimedRow> speeds(List<String> problems) {
      for (RunView view : List.of(baseView, otherView)) {
        if (!view.noThroughput().isEmpty()) {
          problems.add(view.shortLabel() + " has no speeds to compare: " + view.noThroughput());
          return List.of();
        }
      }
      StoredSpeeds speeds = StoredSpeeds.of(base, other, Margins.STORED);
      if (!speeds.difference().isEmpty()) {
        problems.add(
            "Speeds are not compared, because the machines differ: " + speeds.difference() + ".");
        return List.of();
      }
      speeds
          .missing()
          .forEach(row -> problems.add(otherView.shortLabel() + " has no speed of " + row + "."));
      return speeds.rows();
    }

    private static boolean isSignificant(GateVerdict verdict) {
      return verdict == GateVerdict.REGRESSED || verdict == GateVerdict.IMPROVED;
    }

    private static double size(TimedRow row) {
      return row.interval() == null ? 0 : Math.abs(row.interval().effect());
    }

    private SpeedChange change(TimedRow row) {
      return new SpeedChange(
          row.row().withoutDesign().toString(),
          row.row().design(),
          row.verdict() == GateVerdict.REGRESSED,
          row.change(),
          score(base, row),
          score(other, row));
    }

    private static String score(RunFolder run, TimedRow row) {
      return run.measurements().stream()
          .filter(jmh -> row.row().equals(jmh.row()))
          .findFirst()
          .map(jmh -> Format.compact(Measure.of(jmh).mean()) + " " + Measure.unit(jmh))
          .orElse("");
    }

    private List<VerdictChange> verdicts() {
      return common()
          .map(
              cell ->
                  new VerdictChange(cell, Objects.requireNonNull(find(otherView.matrix(), cell))))
          .filter(change -> change.before().state() != change.after().state())
          .sorted(
              Comparator.comparingInt(
                  change ->
                      Math.min(
                          change.after().state().severity(), change.before().state().severity())))
          .toList();
    }

    private Stream<CellView> common() {
      return baseView.matrix().cells().filter(cell -> find(otherView.matrix(), cell) != null);
    }

    private static @Nullable CellView find(MatrixView matrix, CellView cell) {
      return matrix
          .cells()
          .filter(
              candidate ->
                  candidate.design().equals(cell.design()) && candidate.claim() == cell.claim())
          .findFirst()
          .orElse(null);
    }

    private String missing() {
      List<String> sentences = new ArrayList<>();
      only(baseView, otherView, sentences);
      only(otherView, baseView, sentences);
      return String.join(" ", sentences);
    }

    private static void only(RunView one, RunView two, List<String> sentences) {
      Set<String> known =
          two.matrix().designs().stream().map(DesignView::name).collect(Collectors.toSet());
      List<String> alone =
          one.matrix().designs().stream()
              .map(DesignView::name)
              .filter(name -> !known.contains(name))
              .toList();
      if (!alone.isEmpty()) {
        sentences.add("Only in " + one.shortLabel() + ": " + Format.list(alone) + ".");
      }
    }
  }
}
