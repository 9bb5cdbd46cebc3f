package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ptstress.reports.ruler.Rounds;
import org.ptstress.reports.ruler.Ruler;
import org.ptstress.reports.ruler.RulerRow;
import org.ptstress.reports.ruler.Slot;
import org.ptstress.run.folder.ResultFiles;

/** What the ruler leaves: {@code ruler.json}, and the same on the terminal. */
final class RulerReport {
  private static final String FILE = "ruler.json";

  private RulerReport() {}

  /**
   * Holds the gate against what was measured, writes and prints the rates.
   *
   * @param benchmarks what was measured
   * @param folder the run folder
   * @param terminal where to print
   * @return the exit status
   * @throws IOException if the file cannot be written
   * @throws InterruptedException if the calling thread is interrupted
   */
  static int publish(List<Rounds> benchmarks, Path folder, PrintWriter terminal)
      throws IOException, InterruptedException {
    List<RulerRow> rows = new Ruler(benchmarks, JarGate.DEFAULT_MARGINS).rows();
    ResultFiles.write(folder, FILE, rows);
    for (Rounds each : benchmarks) {
      String label = each.subject().toString();
      terminal.printf(
          Locale.ROOT,
          "%s: %d rounds, %d more spoilt by other programs%n",
          label,
          each.count(),
          each.spoilt());
      for (Slot slot : Slot.COMPARED) {
        terminal.printf(
            Locale.ROOT,
            "  %2d %% more work: measured %.1f %% slower%n",
            slot.percent(),
            100 * each.slowdown(slot));
      }
      rows.stream()
          .filter(row -> row.benchmark().equals(label))
          .forEach(row -> print(row, terminal));
    }
    boolean complete = benchmarks.stream().allMatch(each -> each.count() >= Ruler.FEWEST);
    terminal.printf(
        Locale.ROOT,
        "%s: %d rates. Report: %s%n",
        complete ? "Measured" : "Incomplete: too many rounds were spoilt",
        rows.size(),
        folder.resolve(FILE).toAbsolutePath());
    terminal.flush();
    return complete ? ExitStatus.PASSED : ExitStatus.INCOMPLETE;
  }

  private static void print(RulerRow row, PrintWriter terminal) {
    terminal.printf(
        Locale.ROOT,
        "  %-34s %2d %% slower: flagged %5.1f %% [%5.1f, %5.1f], inconclusive %5.1f %%%n",
        row.rule(),
        row.slowdownPercent(),
        percent(row.flagged(), row),
        100 * row.low(),
        100 * row.high(),
        percent(row.inconclusive(), row));
  }

  private static double percent(int count, RulerRow row) {
    return 100.0 * count / row.verdicts();
  }
}
