package org.ptstress.reports.cli;

/** The names of the files that a report consists of. */
final class ReportFiles {
  static final String PAGE = "index.html";
  static final String SUMMARY = "summary.md";

  private ReportFiles() {}
}
