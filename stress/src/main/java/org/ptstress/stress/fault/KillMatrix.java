package org.ptstress.stress.fault;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ptstress.model.Claim;
import org.ptstress.model.fault.Fault;
import org.ptstress.run.result.Expected;
import org.ptstress.run.result.FaultRow;
import org.ptstress.run.result.Tool;

/** Decides which faults a tool has killed. */
final class KillMatrix {
  private KillMatrix() {}

  /**
   * The row of a fault and a tool: killed by the first finding of the fault that its good design
   * does not share. A hang ended by a timeout is reported but does not kill. If the only witnesses
   * have no counterpart to compare with, the row is not run.
   *
   * @param fault the fault
   * @param tool the tool
   * @param findings all findings of the tool for the fault and its good design, in order
   * @return the row
   */
  static FaultRow row(Fault fault, Tool tool, List<Finding> findings) {
    Expected expected = Expectations.of(fault.name(), tool);
    double seconds = 0;
    long tries = 0;
    boolean compared = true;
    String hang = "";
    for (Finding finding : findings) {
      if (!finding.subject().equals(fault.name())) {
        continue;
      }
      seconds += finding.seconds();
      tries += finding.tries();
      List<Finding> base = ofBase(fault, finding.scenario(), findings);
      // Without the good design's findings, a finding cannot be attributed to the fault.
      boolean comparable = !base.isEmpty() && base.stream().noneMatch(Finding::failed);
      compared &= comparable || finding.broken().isEmpty();
      String seen = finding.scenario() + ": " + finding.witness();
      if (comparable && isWitness(finding, base)) {
        return new FaultRow(fault.name(), tool, expected, true, false, seconds, tries, seen);
      }
      if (comparable && finding.hung() && hang.isEmpty()) {
        hang = seen;
      }
    }
    boolean hung = !hang.isEmpty();
    return new FaultRow(
        fault.name(), tool, expected, false, hung, seconds, compared || hung ? tries : 0, hang);
  }

  private static List<Finding> ofBase(Fault fault, String scenario, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.subject().equals(fault.base().name()))
        .filter(finding -> finding.scenario().equals(scenario))
        .toList();
  }

  private static boolean isWitness(Finding finding, List<Finding> base) {
    Set<Claim> broken = EnumSet.noneOf(Claim.class);
    broken.addAll(finding.broken());
    base.forEach(good -> broken.removeAll(good.broken()));
    return !broken.isEmpty();
  }
}
