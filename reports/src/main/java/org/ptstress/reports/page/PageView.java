package org.ptstress.reports.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.reports.result.RunFolder;

/**
 * All that the page and the summary show.
 *
 * @param tally the answer in numbers, over all runs
 * @param contradictions the cells that say the opposite of what was expected
 * @param gaps what was not run, by reason
 * @param runs the runs
 * @param legend the states of a cell
 */
record PageView(
    Tally tally,
    List<CellView> contradictions,
    List<Gap> gaps,
    List<RunView> runs,
    List<CellState> legend) {
  /**
   * What was not run for one reason.
   *
   * @param reason the reason
   * @param cells the cells without evidence
   */
  record Gap(String reason, List<CellView> cells) {}

  /**
   * Builds the view.
   *
   * @param folders the runs, at least one
   * @param page where it is written
   */
  static PageView of(List<RunFolder> folders, Path page) {
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("A report needs at least one run folder.");
    }
    Styles styles =
        new Styles(
            // The catalogue first, so that a design looks the same in every report.
            Stream.concat(
                    Designs.all().stream().map(Design::name),
                    folders.stream().flatMap(folder -> Verdicts.designs(folder).stream()))
                .toList());
    List<RunView> runs = new ArrayList<>();
    for (RunFolder folder : folders) {
      boolean alone = folders.size() == 1;
      int number = alone ? 0 : runs.size() + 1;
      String prefix = alone ? "" : "run" + number + "-";
      runs.add(
          new RunViewBuilder(folder, new Links(page, folder.path()), styles, prefix, number)
              .view());
    }
    List<CellView> cells = runs.stream().flatMap(run -> run.matrix().cells()).toList();
    return new PageView(
        Tally.of(cells.stream().map(CellView::state).toList()),
        cells.stream().filter(cell -> cell.state().isContradicted()).toList(),
        gaps(cells),
        runs,
        Arrays.asList(CellState.values()));
  }

  private static List<Gap> gaps(List<CellView> cells) {
    Map<String, List<CellView>> byReason = new LinkedHashMap<>();
    cells.stream()
        .filter(cell -> cell.state() == CellState.NOT_RUN)
        .forEach(
            cell -> byReason.computeIfAbsent(cell.reason(), unused -> new ArrayList<>()).add(cell));
    return byReason.entrySet().stream()
        .map(entry -> new Gap(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  boolean hasReplay() {
    return runs.stream().anyMatch(run -> !run.replay().isEmpty());
  }

  boolean hasFaults() {
    return runs.stream().anyMatch(run -> !run.faults().isEmpty());
  }

  boolean hasSeveralRuns() {
    return runs.size() > 1;
  }

  /** What the answer is coloured like. */
  String tone() {
    if (tally.contradicted() > 0) {
      return "contradicted";
    }
    return tally.notRun() > 0 || runs.stream().anyMatch(run -> !run.incomplete().isEmpty())
        ? "not-run"
        : "holds";
  }

  /** The answer as a heading. */
  String headline() {
    if (tally.contradicted() > 0) {
      return Format.count(tally.contradicted(), "expectation") + " contradicted";
    }
    if (tally.holds() + tally.bugsShown() == 0) {
      return "No evidence yet";
    }
    return tally.notRun() == 0
        ? "Every verdict is as expected"
        : "Every verdict that was reached is as expected";
  }
}
