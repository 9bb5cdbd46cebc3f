package org.ptstress.stress.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ptstress.model.Expectation.DOES_NOT_APPLY;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.model.spec.Scenario;
import org.ptstress.model.spec.Scenario.Mode;
import org.ptstress.run.cost.CountedClaims;

class ScenariosTest {
  /** Decided by checks that are no scenarios, and by counts. */
  static final Set<Claim> OTHERWISE_DECIDED =
      Arrays.stream(Claim.values())
          .filter(claim -> claim == Claim.EVEN_BUCKETS || CountedClaims.decides(claim))
          .collect(Collectors.toSet());

  static final List<Scenario> ALL = Scenarios.all();

  @Test
  void namesAreUnique() {
    assertThat(ALL).extracting(Scenario::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void scenarioSaysWhatItDecidesAndHow(Scenario scenario) {
    assertThat(scenario.name()).matches("[A-Z][A-Za-z]+");
    assertThat(scenario.description()).isNotBlank().endsWith(".");
    assertThat(scenario.claims()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(scenario.modes()).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void onlyScriptsHaveOneActor(Scenario scenario) {
    boolean script = scenario.modes().contains(Mode.SCRIPT);
    assertThat(scenario.actors().size() == 1).isEqualTo(script);
    assertThat(scenario.modes().equals(Set.of(Mode.SCRIPT))).isEqualTo(script);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void scenarioIsKnownByItsName(Scenario scenario) {
    assertThat(Scenarios.named(scenario.name())).isSameAs(scenario);
  }

  @Test
  void unknownNameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenarios.named("NoSuchScenario"))
        .withMessageContaining("\"NoSuchScenario\"");
  }

  @ParameterizedTest
  @MethodSource("claimsOfScenarios")
  void claimIsDecidedForEveryDesignThatPromisesAnything(Claim claim) {
    assertThat(Designs.all())
        .filteredOn(design -> design.promises().on(claim).expectation() != DOES_NOT_APPLY)
        .allSatisfy(
            design ->
                assertThat(ALL)
                    .as("scenarios that decide %s for %s", claim, design.name())
                    .anyMatch(
                        scenario ->
                            scenario.claims().contains(claim)
                                && Scenarios.applies(scenario, design)));
  }

  static Set<Claim> claimsOfScenarios() {
    return EnumSet.complementOf(EnumSet.copyOf(OTHERWISE_DECIDED));
  }
}
