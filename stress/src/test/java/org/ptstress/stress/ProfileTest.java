package org.ptstress.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {
  @Test
  void profilesBearTheNamesOfTheCommandLine() {
    assertThat(Arrays.stream(Profile.values()).map(Profile::label))
        .containsExactly("judge", "quick", "standard", "tough");
  }

  @Test
  void profileOfJudgeIsNoneOfARun() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Profile.named("judge"))
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
    assertThat(profile.races().modes()).isNotEmpty();
    assertThat(profile.races().forks()).isPositive();
    assertThat(profile.races().iterations() * profile.races().millis()).isPositive();
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

  private static int millisOfRaces(Profile profile) {
    Profile.Races races = profile.races();
    return races.modes().size() * races.forks() * races.iterations() * races.millis();
  }
}
