package org.ptstress.reports.phase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ptstress.reports.page.ReportPage;
import org.ptstress.reports.page.Summary;
import org.ptstress.reports.text.JUnitXml;
import org.ptstress.run.folder.ResultFiles;
import org.ptstress.run.folder.RunFolder;
import org.ptstress.run.folder.WholeFile;
import org.ptstress.run.result.RunFile;

/** The files that a report consists of. */
public final class ReportFiles {
  public static final String PAGE = "index.html";
  static final String SUMMARY = "summary.md";
  private static final String JUNIT = "junit.xml";

  private ReportFiles() {}

  /** Writes the report of some runs into a folder; returns the page. */
  public static Path write(List<RunFolder> runs, Path folder) throws IOException {
    Path page = folder.resolve(PAGE);
    ReportPage.write(runs, page);
    Summary.write(runs, folder.resolve(SUMMARY));
    return page;
  }

  /**
   * Writes the report of a run into its folder, and {@code run.json} behind it: a folder that says
   * that its run is complete has its page.
   *
   * @return the folder as the report read it
   */
  public static RunFolder finish(Path folder, RunFile run) throws IOException {
    RunFolder read = RunFolder.read(folder, run);
    write(read, folder);
    ResultFiles.write(folder, run);
    return read;
  }

  /** Writes the report of one run into a folder, and its verdicts, if any, for CI servers. */
  public static Path write(RunFolder run, Path folder) throws IOException {
    if (!run.verdicts().isEmpty()) {
      WholeFile.write(folder.resolve(JUNIT), out -> JUnitXml.write(run, out));
    }
    return write(List.of(run), folder);
  }
}
