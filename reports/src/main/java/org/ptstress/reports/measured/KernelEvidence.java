package org.ptstress.reports.measured;

import java.util.ArrayList;
import java.util.List;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.model.Promise;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.kernel.KernelOutcome;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Witness;
import org.ptstress.stress.scenario.Scenarios;

/**
 * Evidence of races on the running kernel for the design of its time. Races that did not run say
 * nothing: not every machine can ask a kernel. An outcome that no correct table gives is a witness
 * against the first claim of the scenario. Random scripts are no evidence: they say whether the
 * design is the kernel's, and nothing of a claim.
 */
public final class KernelEvidence {
  private final List<KernelResult> rows;
  private final String architecture;

  /**
   * Prepares.
   *
   * @param rows the comparisons on this machine
   */
  public KernelEvidence(List<KernelResult> rows) {
    this(rows, System.getProperty("os.arch"));
  }

  /**
   * Prepares.
   *
   * @param rows the comparison
   * @param architecture the architecture of the machine
   */
  public KernelEvidence(List<KernelResult> rows, String architecture) {
    this.rows = List.copyOf(rows);
    this.architecture = architecture;
  }

  /**
   * The evidence of the kernel on a promise.
   *
   * @param design the design's name
   * @param promise its promise
   * @return one piece of evidence for each race that decides the claim
   */
  public List<Evidence> about(String design, Promise promise) {
    List<Evidence> found = new ArrayList<>();
    if (promise.expectation() == Expectation.DOES_NOT_APPLY) {
      return found;
    }
    for (KernelResult row : rows) {
      if (row.status() == RunStatus.RUN && row.design().equals(design)) {
        Scenarios.all().stream()
            .filter(scenario -> scenario.name().equals(row.comparison()))
            .filter(scenario -> scenario.claims().contains(promise.claim()))
            .forEach(scenario -> found.add(evidence(row, scenario, promise.claim())));
      }
    }
    return found;
  }

  private Evidence evidence(KernelResult row, Scenario scenario, Claim claim) {
    List<Witness> witnesses =
        row.outcomes().stream()
            .filter(outcome -> !outcome.expected() && scenario.claims().indexOf(claim) == 0)
            .map((KernelOutcome outcome) -> new Witness(outcome.text(), outcome.count()))
            .toList();
    return new Evidence(
        Tool.KERNEL,
        row.comparison(),
        RunStatus.RUN,
        row.reason(),
        row.samples(),
        witnesses,
        "Linux " + row.kernel(),
        architecture);
  }
}
