package org.ptstress.reports.cli;

/** How the process ends. */
final class ExitStatus {
  static final int PASSED = 0;
  static final int CONTRADICTED = 2;
  static final int INCOMPLETE = 3;

  private ExitStatus() {}
}
