package org.ptstress.stress.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.TableConfig;
import org.ptstress.model.spec.Outcome;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.ScenarioPlan;
import org.ptstress.model.spec.ScenarioRun;
import org.ptstress.run.result.CheckResult;

/** Runs a scenario with one actor, deterministically. */
final class Script {
  private Script() {}

  static List<CheckResult> run(Design design, Scenario scenario) {
    TableConfig config = scenario.config(Scenario.Mode.SCRIPT);
    ScenarioRun run =
        new ScenarioRun(
            new ScenarioPlan(scenario), design, config.withLocks(WatchedLock.over(config.locks())));
    String results = run.act(0);
    String outcome = Outcome.of(List.of(results), run.aftermath());
    Set<Claim> broken = Outcome.brokenClaims(outcome);
    String thrown = run.thrown();
    String detail = thrown.isEmpty() ? outcome : outcome + ": " + thrown;
    EnumSet<Claim> decided = EnumSet.copyOf(scenario.claims());
    decided.addAll(broken);
    // Calls after one that did not return were not made.
    boolean cut = broken.contains(Claim.CALLS_END);
    return decided.stream()
        .map(
            claim ->
                cut && !broken.contains(claim)
                    ? CheckResult.notRun(
                        design.name(), scenario.name(), claim, "a call did not end: " + detail)
                    : CheckResult.ran(
                        design.name(), scenario.name(), claim, !broken.contains(claim), 1, detail))
        .toList();
  }
}
