package org.ptstress.run.unit;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a run was to do: {@code units.json}.
 *
 * @param plan identifies the plan that the units are a part of: equal in two runs if profile,
 *     budgets, designs, promises and scenarios are
 * @param total how many units the plan has
 * @param units the names of those that the run does
 */
public record UnitFile(String plan, int total, List<String> units) {
  /** Checks that nothing is missing. */
  public UnitFile {
    requireNonNull(plan, "plan");
    units = List.copyOf(requireNonNull(units, "units"));
  }
}
