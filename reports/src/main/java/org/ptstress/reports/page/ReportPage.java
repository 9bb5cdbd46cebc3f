package org.ptstress.reports.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ptstress.reports.result.RunFolder;

/**
 * The report as one HTML page: no scripts, no other files, readable from disk and offline, on paper
 * and on a phone.
 */
public final class ReportPage {
  private ReportPage() {}

  /**
   * Writes the page.
   *
   * @param runs the runs, at least one; several are shown side by side, question by question
   * @param indexHtml the file to write; an older one is replaced
   * @throws IOException if the file cannot be written
   */
  public static void write(List<RunFolder> runs, Path indexHtml) throws IOException {
    Files.writeString(indexHtml, Templates.fill("report.jte", PageView.of(runs, indexHtml)));
  }
}
