package org.ptstress.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.ptstress.reports.gate.GateReport;
import org.ptstress.reports.gate.GateText;
import org.ptstress.reports.paired.PairedRow;
import org.ptstress.run.folder.WholeFile;

/**
 * What a comparison of jars leaves: {@code gate.txt} in its folder, the same on the terminal, and
 * then the files that were asked for.
 *
 * @param baseline what was compared with
 * @param candidate what was judged
 * @param folder the run folder
 * @param outputs the files that were asked for
 * @param past what of them grows
 */
record JarGateReport(
    String baseline, String candidate, Path folder, GateOutputs outputs, GateHistory past) {
  static final String FILE = "gate.txt";

  /**
   * Says in the folder that there is no verdict yet; it stays there if there never is one.
   *
   * @throws IOException if the file cannot be written
   */
  void begin() throws IOException {
    WholeFile.write(
        folder.resolve(FILE),
        "Gate INCOMPLETE: it has not come to its end. What it measured is in "
            + ForkLog.FILE
            + ".\n");
  }

  /**
   * Writes and prints the verdict, and after it what may fail.
   *
   * @param judged all rows
   * @param terminal where to print
   * @return the exit status
   * @throws IOException if a file cannot be written; the verdict is printed by then
   */
  int publish(List<PairedRow> judged, PrintWriter terminal) throws IOException {
    GateReport report = report(judged);
    String text = GateText.render(report);
    terminal.print(text);
    terminal.flush();
    Path file = folder.resolve(FILE);
    WholeFile.write(file, text);
    terminal.println("Report: " + file.toAbsolutePath());
    terminal.flush();
    outputs.write(past, report, judged);
    return report.exitStatus();
  }

  private GateReport report(List<PairedRow> judged) {
    return new GateReport(
        baseline,
        candidate,
        "Speeds in millions of operations a second on this machine; medians of paired forks,"
            + " intervals of 95 % over all looks.",
        judged.stream().map(PairedRow::row).toList(),
        judged.stream()
            .filter(row -> row.problem() != null && !row.failedOperations())
            .map(row -> row.row().label() + " was " + row.problem())
            .toList(),
        List.of(
            "throughput alone was compared: latencies, restores, replays and locks are not judged"),
        judged.stream()
            .filter(PairedRow::failedOperations)
            .map(row -> row.row().label() + " was " + row.problem())
            .toList());
  }
}
