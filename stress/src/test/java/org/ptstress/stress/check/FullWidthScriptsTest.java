package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Expectation;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.CheckResult;
import org.ptstress.shape.Shapes;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.wide.WideTables;

/** What one thread sees of tables that are wrong with the kernel's ids only, and of right ones. */
class FullWidthScriptsTest {
  @Test
  void tableThatThrowsAtFullWidthIsSeen() {
    assertThat(accused(WideTables.FAULTY, scenario -> true))
        .containsOnly(entry("CountsFailures", Set.of(Claim.CALLS_END, Claim.NO_DANGLING_TIMER)));
  }

  @Test
  void narrowIdsShowNothing() {
    assertThat(accused(WideTables.FAULTY, scenario -> !scenario.isAtFullWidth())).isEmpty();
  }

  @Test
  void rightTablesOfEveryShapeAreNotAccused() {
    assertThat(accused(Shapes.ALL, scenario -> true)).isEmpty();
    assertThat(accused(WideTables.CURED, scenario -> true)).isEmpty();
  }

  @Test
  void designsOfTheCatalogueAreNotAccused() {
    assertThat(accused(Designs.all(), Scenario::isAtFullWidth)).isEmpty();
  }

  private static Map<String, Set<Claim>> accused(List<Design> designs, Predicate<Scenario> which) {
    Map<String, Set<Claim>> accused = new HashMap<>();
    for (Design design : designs) {
      Set<Claim> claims =
          Scenarios.of(Scenario.Mode.SCRIPT).stream()
              .filter(which)
              .filter(scenario -> Scenarios.applies(scenario, design))
              .flatMap(scenario -> Script.run(design, scenario).stream())
              .filter(row -> !row.held())
              .map(CheckResult::claim)
              .filter(claim -> design.promises().on(claim).expectation() == Expectation.HOLDS)
              .collect(Collectors.toSet());
      if (!claims.isEmpty()) {
        accused.put(design.name(), claims);
      }
    }
    return accused;
  }
}
