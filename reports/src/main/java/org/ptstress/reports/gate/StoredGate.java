package org.ptstress.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ptstress.run.cost.CostComparison;
import org.ptstress.run.cost.DesignCosts;
import org.ptstress.run.folder.RunFolder;

/**
 * Compares two stored runs, which may come from different machines or JDKs: exactly by counts; the
 * speeds stand beside.
 */
public final class StoredGate {
  private final RunFolder baseline;
  private final RunFolder candidate;

  /**
   * Prepares.
   *
   * @param baseline the run that was good enough
   * @param candidate the run in question
   */
  public StoredGate(RunFolder baseline, RunFolder candidate) {
    this.baseline = baseline;
    this.candidate = candidate;
  }

  /**
   * Compares.
   *
   * @param margins the smallest change of speed that matters
   * @param timed whether speeds are to decide, too; they do where both runs come from machines that
   *     look the same
   * @param missing what else the candidate lacks
   * @param contradictions claims that the candidate breaks
   * @return one row for each design that was counted, and one for each speed that both have
   */
  public GateReport compare(
      Margins margins, boolean timed, List<String> missing, List<String> contradictions) {
    StoredSpeeds speeds = StoredSpeeds.of(baseline, candidate, margins);
    List<String> notes = new ArrayList<>();
    List<String> problems = new ArrayList<>(missing);
    boolean decide = timed && speeds.difference().isEmpty();
    if (timed && !decide) {
      notes.add("speeds decide nothing, because the machines differ: " + speeds.difference());
    }
    speeds
        .missing()
        .forEach(row -> (decide ? problems : notes).add("the candidate has no speed of " + row));
    Set<String> known =
        baseline.costs().stream().map(DesignCosts::design).collect(Collectors.toSet());
    List<DesignCosts> compared = new ArrayList<>();
    for (DesignCosts costs : candidate.costs()) {
      if (known.contains(costs.design())) {
        compared.add(costs);
      } else {
        notes.add("new in the candidate, so not compared: " + costs.design());
      }
    }
    compared.stream()
        .map(DesignCosts::design)
        .filter(baseline.run().designs()::contains)
        .filter(name -> !candidate.run().designs().contains(name))
        .forEach(name -> problems.add(name + " was under test in the baseline only."));
    baseline.run().designs().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> problems.add("The baseline has no counts of " + name + "; renew it."));
    List<CostComparison> costs = CostComparison.of(baseline.costs(), compared);
    if (costs.isEmpty()) {
      problems.add("The baseline has no counts; renew it.");
    }
    costs.forEach(each -> problems.addAll(each.problems()));
    return new GateReport(
        baseline.path().toString(),
        candidate.path().toString(),
        costs,
        speeds.rows(),
        decide,
        problems,
        notes,
        contradictions);
  }
}
