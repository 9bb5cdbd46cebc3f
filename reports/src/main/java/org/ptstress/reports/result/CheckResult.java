package org.ptstress.reports.result;

import static java.util.Objects.requireNonNull;

/**
 * An entry of {@code checks.json}: a deterministic script or a distribution on one design.
 *
 * @param design the design's name
 * @param check the check's name
 * @param claim the name of the claim that it bears on
 * @param status whether it ran
 * @param reason why it did not run, or empty
 * @param held whether the claim held
 * @param samples how many steps or values it is built on
 * @param detail a sentence with the figures
 */
public record CheckResult(
    String design,
    String check,
    String claim,
    Status status,
    String reason,
    boolean held,
    long samples,
    String detail) {
  /** Checks that nothing is missing. */
  public CheckResult {
    requireNonNull(design, "design");
    requireNonNull(check, "check");
    requireNonNull(claim, "claim");
    requireNonNull(status, "status");
    requireNonNull(reason, "reason");
    requireNonNull(detail, "detail");
  }
}
