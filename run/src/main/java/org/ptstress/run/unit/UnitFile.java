package org.ptstress.run.unit;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
public record UnitFile(
    String plan, @JsonSetter(nulls = Nulls.AS_EMPTY) String code, int total, List<String> units) {
  /** The code of a version that did not record it. */
  public static final String UNKNOWN = "unknown";

  /** Copies the lists. */
  public UnitFile {
    code = code.isEmpty() ? UNKNOWN : code;
    units = List.copyOf(units);
  }
}
