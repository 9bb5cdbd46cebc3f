package org.ptstress.stress.race;

import java.util.List;
import java.util.Map;
import org.ptstress.model.spec.Scenario;

/** Results of forks that were never started. */
final class ForkResults {
  static final String DESIGN = "RcuHash";

  private ForkResults() {}

  static ForkResult normal(Scenario scenario, Map<String, Long> outcomes, String... jvmArgs) {
    return result(scenario, ForkEnd.Kind.NORMAL, "", outcomes, jvmArgs);
  }

  static ForkResult ended(Scenario scenario, ForkEnd.Kind end, String reason) {
    return result(scenario, end, reason, Map.of());
  }

  private static ForkResult result(
      Scenario scenario,
      ForkEnd.Kind end,
      String reason,
      Map<String, Long> outcomes,
      String... jvmArgs) {
    return new ForkResult(
        DESIGN, scenario.name(), List.of(jvmArgs), end, reason, outcomes, List.of(), 0.5);
  }
}
