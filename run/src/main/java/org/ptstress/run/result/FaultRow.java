package org.ptstress.run.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A fault against a tool: a row of {@code faults.json}.
 *
 * @param fault the fault's name
 * @param tool the tool
 * @param expected the expected result
 * @param killed whether it found a witness
 * @param hung whether it found none, and calls hung that return in the good design; null in older
 *     folders, whose kills may be hangs
 * @param seconds the time to the witness, or of the whole search without one
 * @param tries the samples, interleavings or cases up to then
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
  /**
   * Whether the tool has gone blind.
   *
   * @return true if it ran, was expected to find a witness or a hang, and found none
   */
  @JsonIgnore
  public boolean isMissed() {
    boolean found = killed || (expected == Expected.HANGS && didHang());
    boolean sought = expected == Expected.KILLED || expected == Expected.HANGS;
    return sought && !found && !isNotRun();
  }

  /**
   * Whether the tool did not run, so that nothing is known.
   *
   * @return true if there are no samples although the tool applies
   */
  @JsonIgnore
  public boolean isNotRun() {
    return expected != Expected.DOES_NOT_APPLY && !killed && !didHang() && tries == 0;
  }

  /**
   * Whether the only observation is a timeout.
   *
   * @return false where an older folder does not record it
   */
  public boolean didHang() {
    return hung != null && hung;
  }
}
