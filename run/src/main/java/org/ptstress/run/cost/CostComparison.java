package org.ptstress.run.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ptstress.run.cost.CostChange.Effect;

/**
 * The exact comparison of two versions of a design. Counts are deterministic, so every difference
 * comes from the code. Figures that depend on object layout (lines, bytes) are not compared.
 *
 * @param design the design's name
 * @param compared how many figures were compared
 * @param changes the figures that differ
 * @param problems what could not be compared: sentences
 */
public record CostComparison(
    String design, int compared, List<CostChange> changes, List<String> problems) {
  /** Copies the lists. */
  public CostComparison {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /**
   * Compares all designs of two runs.
   *
   * @param baseline the costs before
   * @param candidate the costs now
   * @return a comparison for each design of either run; for a design in only one of them, a problem
   */
  public static List<CostComparison> of(List<DesignCosts> baseline, List<DesignCosts> candidate) {
    Map<String, DesignCosts> before = byName(baseline);
    Map<String, DesignCosts> after = byName(candidate);
    List<CostComparison> comparisons = new ArrayList<>();
    before.forEach(
        (name, costs) -> {
          DesignCosts now = after.remove(name);
          comparisons.add(now == null ? only(name, "baseline") : of(costs, now));
        });
    after.keySet().forEach(name -> comparisons.add(only(name, "candidate")));
    return comparisons;
  }

  private static Map<String, DesignCosts> byName(List<DesignCosts> costs) {
    Map<String, DesignCosts> byName = new LinkedHashMap<>();
    costs.forEach(each -> byName.put(each.design(), each));
    return byName;
  }

  private static CostComparison only(String design, String side) {
    String problem = design + " was counted in the " + side + " only.";
    return new CostComparison(design, 0, List.of(), List.of(problem));
  }

  /**
   * Compares two versions of a design.
   *
   * @param baseline the costs before
   * @param candidate the costs now, whose name the changes bear
   * @return the comparison
   */
  public static CostComparison of(DesignCosts baseline, DesignCosts candidate) {
    return new CostDifferences(candidate.design()).between(baseline, candidate);
  }

  /**
   * Whether the candidate costs more.
   *
   * @return whether anything does
   */
  public boolean hasRegressed() {
    return changes.stream().anyMatch(change -> change.effect() == Effect.REGRESSED);
  }

  /**
   * Whether the two cost the same.
   *
   * @return false if anything differs or could not be compared
   */
  public boolean isUnchanged() {
    return changes.isEmpty() && problems.isEmpty();
  }
}
