package org.ptstress.run.result;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A fault against a tool: a row of {@code faults.json}.
 *
 * @param fault the fault's name
 * @param tool the tool
 * @param expected what the tool is expected to make of it
 * @param killed whether it found a witness
 * @param hung whether it found none, and calls did not come back that do in the good design; null
 *     in older folders, whose kills may be hangs
 * @param seconds how long that took, or how long it looked in vain
 * @param tries how many samples, interleavings or cases that took
 * @param witness the scenario and what was seen in it, or ""
 */
public record FaultRow(
    String fault,
    Tool tool,
    Expected expected,
    boolean killed,
    @Nullable Boolean hung,
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
   * @return true if it was expected to find a witness, or calls that hang, looked, and did not
   */
  @JsonIgnore
  public boolean isMissed() {
    boolean found = killed || (expected == Expected.HANGS && didHang());
    boolean sought = expected == Expected.KILLED || expected == Expected.HANGS;
    return sought && !found && !isNotRun();
  }

  /**
   * Whether nothing can be said, because the tool has not looked.
   *
   * @return true if there are no samples although the tool applies
   */
  @JsonIgnore
  public boolean isNotRun() {
    return expected != Expected.DOES_NOT_APPLY && !killed && !didHang() && tries == 0;
  }

  /**
   * Whether a time limit is all that was seen.
   *
   * @return false where an older folder does not say it
   */
  public boolean didHang() {
    return hung != null && hung;
  }
}
