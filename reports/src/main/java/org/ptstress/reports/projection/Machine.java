package org.ptstress.reports.projection;

/**
 * The cost of the counted steps on a machine, in nanoseconds.
 *
 * @param call a system call
 * @param access an access to a line that the core has
 * @param line a line that it has not: another core wrote it last, or it lies in memory
 */
public record Machine(double call, double access, double line) {
  private static final double CALL = 300;
  private static final double ACCESS = 5;
  private static final double LINE = 103;

  /**
   * The machine of the published table of 2025. The call and the access are assumed. The line is
   * the one that fits mainline's figures of 63 cores best: the smallest mean square of the
   * logarithm of projected over published.
   */
  public static final Machine OF_2025 = with(LINE);

  /** A machine that differs in the cost of a line. */
  static Machine with(double line) {
    return new Machine(CALL, ACCESS, line);
  }
}
