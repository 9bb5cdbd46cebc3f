package org.ptstress.reports.jar;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.TimedRow;
import org.ptstress.reports.phase.PhaseDisplay;
import org.ptstress.run.cost.CostComparison;
import org.ptstress.run.cost.DesignCosts;

/**
 * The exact part of a comparison of jars.
 *
 * @param costs the comparison
 * @param uncounted designs of which the baseline has no counts
 */
public record JarCosts(List<CostComparison> costs, Set<String> uncounted) {
  /**
   * Counts the operations of both jars' designs, for some seconds.
   *
   * @param main the main class of ptstress
   */
  public static JarCosts of(
      String main,
      ComparedJar baseline,
      ComparedJar candidate,
      List<String> designs,
      Path folder,
      PrintWriter terminal)
      throws IOException, InterruptedException {
    try (PhaseDisplay.Bar bar = new PhaseDisplay(terminal).start("accesses")) {
      List<DesignCosts> before = baseline.costs(main, designs, folder.resolve("baseline"));
      bar.at(1, 2, "baseline");
      List<DesignCosts> now = candidate.costs(main, designs, folder.resolve("candidate"));
      bar.complete();
      return new JarCosts(
          CostComparison.of(before, now),
          before.stream()
              .filter(each -> !each.problem().isEmpty())
              .map(DesignCosts::design)
              .collect(Collectors.toSet()));
    }
  }

  /** Whether an operation costs more. Then no speed needs to be compared. */
  public boolean haveRegressed() {
    return costs.stream().anyMatch(CostComparison::hasRegressed);
  }

  /**
   * The report. That the baseline has no counts is noted: its speeds are compared all the same.
   * Where operations failed, the design had none to count.
   */
  public GateReport report(Path baseline, Path candidate, List<TimedRow> timed) {
    Set<String> failed =
        timed.stream()
            .filter(TimedRow::failedOperations)
            .map(row -> row.row().design())
            .collect(Collectors.toSet());
    List<String> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (CostComparison each : costs) {
      boolean excused = uncounted.contains(each.design()) || failed.contains(each.design());
      (excused ? notes : problems).addAll(each.problems());
    }
    notes.add(
        haveRegressed()
            ? "speeds were not compared, because the counts already decide"
            : "the only speeds that were compared are throughputs: latencies,"
                + " restores, replays and locks are not judged");
    return new GateReport(
        baseline.toString(), candidate.toString(), costs, timed, true, problems, notes, List.of());
  }
}
