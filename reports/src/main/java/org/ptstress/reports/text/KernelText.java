package org.ptstress.reports.text;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ptstress.reports.verdict.ExitStatus;
import org.ptstress.run.kernel.KernelOutcome;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.kernel.KernelTime;
import org.ptstress.run.result.RunStatus;

/**
 * The result of a comparison with the kernel, for a terminal.
 *
 * @param rows a row for each comparison, at least one
 * @param failures a sentence for each part that failed
 */
public record KernelText(List<KernelResult> rows, List<String> failures) {
  /**
   * The exit status of the command. A difference counts, whatever else failed.
   *
   * @return {@link ExitStatus#PASSED}, {@link ExitStatus#CONTRADICTED} or {@link
   *     ExitStatus#INCOMPLETE}
   */
  public int exitStatus() {
    if (differs()) {
      return ExitStatus.CONTRADICTED;
    }
    return failures.isEmpty() ? ExitStatus.PASSED : ExitStatus.INCOMPLETE;
  }

  private boolean differs() {
    return rows.stream().anyMatch(KernelResult::differs);
  }

  /**
   * Prints failures and rows, and the verdict last.
   *
   * @param terminal where to
   * @param page the report
   */
  public void print(PrintWriter terminal, Path page) {
    failures.forEach(terminal::println);
    KernelResult first = rows.get(0);
    if (rows.stream().noneMatch(row -> row.status() == RunStatus.RUN)) {
      terminal.printf("Not judged: %s. Report: %s%n", first.reason(), page.toAbsolutePath());
      return;
    }
    rows.forEach(row -> print(terminal, row));
    long races = rows.stream().filter(row -> row.status() == RunStatus.RUN && row.isRace()).count();
    terminal.printf(
        Locale.ROOT,
        "%s: %,d calls of scripts and %d race%s on Linux %s, compared with %s. Report: %s%n",
        differs() ? "Contradicted" : failures.isEmpty() ? "Passed" : "Incomplete",
        first.samples(),
        races,
        races == 1 ? "" : "s",
        first.kernel(),
        first.design(),
        page.toAbsolutePath());
  }

  private static void print(PrintWriter terminal, KernelResult row) {
    if (row.status() == RunStatus.NOT_RUN) {
      terminal.printf("NOT_RUN: %s: %s.%n", row.comparison(), row.reason());
      return;
    }
    terminal.printf(
        Locale.ROOT,
        "%s: %,d in %.1f s%s%n",
        row.comparison(),
        row.samples(),
        row.seconds(),
        row.reason().isEmpty() ? "" : ", " + row.reason());
    for (KernelTime time : row.times()) {
      terminal.printf(
          Locale.ROOT,
          "  %,9.0f ns %s%s%n",
          time.nanos(),
          time.call(),
          time.workers() == 1
              ? ""
              : ", " + time.workers() + (time.apart() ? " processes" : " threads"));
    }
    for (KernelOutcome outcome : row.outcomes()) {
      terminal.printf(
          Locale.ROOT,
          "  %,12d %s%s%n",
          outcome.count(),
          outcome.text(),
          outcome.expected() ? "" : ", which no correct table gives");
    }
    if (!row.difference().isEmpty()) {
      terminal.println("  The shortest script on which kernel and model differ:");
      row.difference().forEach(line -> terminal.println("    " + line));
    }
  }
}
