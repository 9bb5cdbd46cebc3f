package org.ptstress.reports.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.WholeFile;

/** The report as Markdown, short enough for the page of a CI job or a comment. */
public final class Summary {
  /** The limit in bytes: comments of the common forges end at 64 kB. */
  static final int LIMIT = 60_000;

  private static final int[] LIST_LENGTHS = {40, 10, 3, 0};

  private Summary() {}

  /**
   * Writes the summary. It is cut where it would be longer than 60 kB.
   *
   * @param runs the runs, at least one
   * @param summaryMd the file to write; an older one is replaced
   * @throws IOException if the file cannot be written
   */
  public static void write(List<RunFolder> runs, Path summaryMd) throws IOException {
    WholeFile.write(summaryMd, text(PageView.of(runs, summaryMd)));
  }

  static String text(PageView page) {
    String text = "";
    for (int most : LIST_LENGTHS) {
      text = Templates.fill("summary.jte", new SummaryView(page, most));
      if (text.getBytes(StandardCharsets.UTF_8).length < LIMIT) {
        break;
      }
    }
    return text;
  }
}
