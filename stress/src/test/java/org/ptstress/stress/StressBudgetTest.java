package org.ptstress.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ptstress.run.result.Profile;
import org.ptstress.stress.race.RaceOptions;

class StressBudgetTest {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KERNEL")
  void everyProfileRunsSomething(Profile profile) {
    StressBudget budget = StressBudget.of(profile);
    assertThat(millisOfRaces(budget)).isPositive();
    assertThat(budget.searches().each()).isPositive();
    assertThat(budget.silence()).isPositive();
  }

  @Test
  void profileOfTheKernelHasNoBudget() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StressBudget.of(Profile.KERNEL))
        .withMessage("KERNEL searches nothing.");
  }

  @Test
  void eachProfileDoesMoreThanTheOneBefore() {
    List<StressBudget> budgets =
        Arrays.stream(Profile.values())
            .filter(profile -> profile != Profile.KERNEL)
            .map(StressBudget::of)
            .toList();
    assertThat(budgets.stream().map(budget -> budget.searches().admitted())).isSorted();
    // Faults, and a design from outside, are looked for longer than what is known of a catalogue.
    assertThat(
            Stream.of(Profile.QUICK, Profile.STANDARD, Profile.TOUGH)
                .map(StressBudget::of)
                .map(StressBudgetTest::millisOfRaces))
        .isSorted();
    assertThat(budgets.stream().map(StressBudget::silence)).isSorted();
  }

  @Test
  void everyModeIsForkedAsOftenAsTheProfileSays() {
    StressBudget.Races races =
        new StressBudget.Races(List.of(List.of(), List.of("-Xint")), 1, 10, 3, 2, false);
    List<List<String>> configurations = races.options("races").configurations();
    assertThat(configurations).hasSize(2 * 3 + 3 * 2);
    assertThat(configurations).filteredOn(List::isEmpty).hasSize(3);
    assertThat(configurations).filteredOn(List.of("-Xint")::equals).hasSize(3);
    assertThat(configurations)
        .filteredOn(args -> args.contains("-XX:+StressGCM"))
        .hasSize(6)
        .doesNotHaveDuplicates();
  }

  private static int millisOfRaces(StressBudget budget) {
    RaceOptions races = budget.races().options("races");
    return races.configurations().size()
        * races.sampling().iterations()
        * races.sampling().millis();
  }

  /** A later round would go on in another tree than the first one. */
  @Test
  void slicesOfSeveralRoundsAreRefused() {
    StressBudget judge = StressBudget.of(Profile.JUDGE);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new StressBudget(
                    judge.races(),
                    judge.explorations(),
                    2,
                    judge.searches(),
                    judge.searchesExplored(),
                    judge.largeTables(),
                    judge.silence()))
        .withMessageContaining("2 slices");
  }
}
