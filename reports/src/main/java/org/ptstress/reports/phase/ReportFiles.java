package org.ptstress.reports.phase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ptstress.reports.page.ReportPage;
import org.ptstress.reports.page.Summary;
import org.ptstress.run.folder.RunFolder;

/** The files that a report consists of. */
public final class ReportFiles {
  public static final String PAGE = "index.html";
  static final String SUMMARY = "summary.md";

  private ReportFiles() {}

  /** Writes the report of some runs into a folder; returns the page. */
  public static Path write(List<RunFolder> runs, Path folder) throws IOException {
    Path page = folder.resolve(PAGE);
    ReportPage.write(runs, page);
    Summary.write(runs, folder.resolve(SUMMARY));
    return page;
  }
}
