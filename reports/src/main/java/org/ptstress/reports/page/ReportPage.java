package org.ptstress.reports.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ptstress.reports.page.evidence.EvidenceDepth;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.WholeFile;

/**
 * The report as one HTML page: no other files, readable from disk and offline, on paper and on a
 * phone. Its scripts add to it, nothing on it needs them.
 */
public final class ReportPage {
  /** The limit in bytes. Only many runs would exceed it; then evidence is left out. */
  static final int LIMIT = 2_000_000;

  private ReportPage() {}

  /**
   * Writes the page.
   *
   * @param runs the runs, at least one; several are shown side by side, question by question
   * @param indexHtml the file to write; an older one is replaced
   * @throws IOException if the file cannot be written
   */
  public static void write(List<RunFolder> runs, Path indexHtml) throws IOException {
    WholeFile.write(indexHtml, text(PageView.of(runs, indexHtml)));
  }

  /** The page, with as much evidence as fits. */
  private static String text(PageView page) {
    String text = "";
    for (EvidenceDepth depth : EvidenceDepth.values()) {
      text = Templates.fill("report.jte", page.with(depth));
      if (text.getBytes(StandardCharsets.UTF_8).length < LIMIT) {
        break;
      }
    }
    return text;
  }
}
