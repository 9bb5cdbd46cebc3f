package org.ptstress.run.unit;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;

/**
 * The units of a run: {@code units.json}.
 *
 * @param plan the fingerprint of the plan that the units are a part of: equal for two runs with
 *     equal profile, budgets, designs, promises and scenarios
 * @param code the fingerprint of the executed classes: equal if those of ptstress and of outside
 *     designs are, whoever compiled them; {@link #UNKNOWN} in files of older versions
 * @param total how many units the plan has
 * @param units the names of those that the run does
 */
public record UnitFile(String plan, String code, int total, List<String> units) {
  /** The code of a version that did not record it. */
  public static final String UNKNOWN = "unknown";

  /** Rejects null components. */
  public UnitFile {
    requireNonNull(plan, "plan");
    code = requireNonNullElse(code, UNKNOWN);
    units = List.copyOf(requireNonNull(units, "units"));
  }
}
