package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A fault against a tool: a row of {@code faults.json}.
 *
 * @param fault the fault's name
 * @param tool the tool
 * @param expected what the tool is expected to make of it
 * @param killed whether it found a witness
 * @param seconds how long that took, or how long it looked in vain
 * @param tries how many samples, interleavings or cases that took
 * @param witness the scenario and what was seen in it, or ""
 */
public record FaultRow(
    String fault,
    Tool tool,
    Expected expected,
    boolean killed,
    double seconds,
    long tries,
    String witness) {
  /** Checks that nothing is missing. */
  public FaultRow {
    requireNonNull(fault, "fault");
    requireNonNull(tool, "tool");
    requireNonNull(expected, "expected");
    requireNonNull(witness, "witness");
  }

  /**
   * Whether the tool has gone blind.
   *
   * @return true if it was expected to find a witness, looked, and did not
   */
  @JsonIgnore
  public boolean isMissed() {
    return expected == Expected.KILLED && !killed && !isNotRun();
  }

  /**
   * Whether nothing can be said, because the tool has not looked.
   *
   * @return true if there are no samples although the tool applies
   */
  @JsonIgnore
  public boolean isNotRun() {
    return expected != Expected.DOES_NOT_APPLY && !killed && tries == 0;
  }
}
