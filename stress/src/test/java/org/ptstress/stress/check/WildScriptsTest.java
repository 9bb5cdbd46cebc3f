package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.model.spec.Scenario;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.wild.Pair;

/** What one thread sees of the mistakes of public projects: nothing, but for what shows so. */
class WildScriptsTest {
  static final List<Pair> PAIRS = Pair.ALL;

  @ParameterizedTest
  @FieldSource("PAIRS")
  void curedTableHoldsAllThatItPromises(Pair pair) {
    assertThat(accused(pair.cured())).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("PAIRS")
  void mistakeLooksRightToOneThread(Pair pair) {
    Set<Claim> accused = accused(pair.faulty());
    switch (pair.number()) {
      case 5 -> assertThat(accused).contains(Claim.NO_DANGLING_TIMER);
      case 15 -> assertThat(accused).contains(Claim.NO_DANGLING_TIMER, Claim.EAGAIN_ONLY_WHEN_FULL);
      default -> assertThat(accused).isEmpty();
    }
  }

  private static Set<Claim> accused(Design design) {
    Stream<CheckResult> scripts =
        Scenarios.of(Scenario.Mode.SCRIPT).stream()
            .filter(scenario -> Scenarios.applies(scenario, design))
            .flatMap(scenario -> Script.run(design, scenario).stream());
    return Stream.concat(scripts, AuditHooks.check(design).stream())
        .peek(row -> assertThat(row.status()).isEqualTo(RunStatus.RUN))
        .filter(row -> !row.held())
        .map(CheckResult::claim)
        .filter(claim -> design.promises().on(claim).expectation() != Expectation.BROKEN)
        .collect(Collectors.toSet());
  }
}
