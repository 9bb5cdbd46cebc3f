package org.ptstress.run.result;

import org.jspecify.annotations.Nullable;
import org.ptstress.model.Claim;

/**
 * A deterministic check of a design: a row of {@code checks.json}.
 *
 * @param design the design's name
 * @param check the check's name
 * @param claim what it decides
 * @param status whether it ran
 * @param reason why not, or ""
 * @param held whether the claim held
 * @param samples how many cases it looked at
 * @param detail a sentence with the figures
 * @param seconds how long the check took, or null if an older version did not record it
 */
public record CheckResult(
    String design,
    String check,
    Claim claim,
    RunStatus status,
    String reason,
    boolean held,
    long samples,
    String detail,
    @Nullable Double seconds) {
  /**
   * The row of a check that ran; its time is not known yet.
   *
   * @param design the design's name
   * @param check the check's name
   * @param claim what it decides
   * @param held whether the claim held
   * @param samples how many cases it looked at
   * @param detail a sentence with the figures
   * @return the row
   */
  public static CheckResult ran(
      String design, String check, Claim claim, boolean held, long samples, String detail) {
    return new CheckResult(design, check, claim, RunStatus.RUN, "", held, samples, detail, 0.0);
  }

  /**
   * The row of a check that did not run.
   *
   * @param design the design's name
   * @param check the check's name
   * @param claim what it would have decided
   * @param reason why it did not run
   * @return the row
   */
  public static CheckResult notRun(String design, String check, Claim claim, String reason) {
    return new CheckResult(design, check, claim, RunStatus.NOT_RUN, reason, false, 0, "", 0.0);
  }

  /**
   * A copy with the time that the check took.
   *
   * @param time in seconds
   * @return the changed copy
   */
  public CheckResult taking(double time) {
    return new CheckResult(design, check, claim, status, reason, held, samples, detail, time);
  }
}
