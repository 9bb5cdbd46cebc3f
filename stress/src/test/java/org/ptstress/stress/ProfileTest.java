package org.ptstress.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.stress.race.RaceOptions;

class ProfileTest {
  @Test
  void profilesBearTheNamesOfTheCommandLine() {
    assertThat(Arrays.stream(Profile.values()).map(Profile::label))
        .containsExactly("judge", "faults", "quick", "standard", "tough");
  }

  @ParameterizedTest
  @ValueSource(strings = {"judge", "faults"})
  void profileOfAnotherCommandIsNoneOfARun(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Profile.named(name))
        .withMessageEndingWith("Known profiles: quick, standard, tough.");
  }

  @ParameterizedTest
  @CsvSource({"quick, QUICK", "STANDARD, STANDARD", "Tough, TOUGH"})
  void nameIsUnderstoodInAnyCase(String name, Profile profile) {
    assertThat(Profile.named(name)).isEqualTo(profile);
  }

  @Test
  void unknownNameIsRefusedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Profile.named("nightly"))
        .withMessageContaining("\"nightly\"")
        .withMessageContaining("quick, standard, tough");
  }

  @ParameterizedTest
  @EnumSource
  void everyProfileRunsSomething(Profile profile) {
    assertThat(millisOfRaces(profile)).isPositive();
    assertThat(profile.searches().each()).isPositive();
    assertThat(profile.silence()).isPositive();
  }

  @Test
  void eachProfileDoesMoreThanTheOneBefore() {
    assertThat(Arrays.stream(Profile.values()).map(profile -> profile.searches().admitted()))
        .isSorted();
    assertThat(Arrays.stream(Profile.values()).map(ProfileTest::millisOfRaces)).isSorted();
    assertThat(Arrays.stream(Profile.values()).map(Profile::silence)).isSorted();
  }

  @Test
  void everyModeIsForkedAsOftenAsTheProfileSays() {
    Profile.Races races =
        new Profile.Races(List.of(List.of(), List.of("-Xint")), 1, 10, 3, 2, false);
    List<List<String>> configurations = races.options("races").configurations();
    assertThat(configurations).hasSize(2 * 3 + 3 * 2);
    assertThat(configurations).filteredOn(List::isEmpty).hasSize(3);
    assertThat(configurations).filteredOn(List.of("-Xint")::equals).hasSize(3);
    assertThat(configurations)
        .filteredOn(args -> args.contains("-XX:+StressGCM"))
        .hasSize(6)
        .doesNotHaveDuplicates();
  }

  private static int millisOfRaces(Profile profile) {
    RaceOptions races = profile.races().options("races");
    return races.configurations().size()
        * races.sampling().iterations()
        * races.sampling().millis();
  }
}
