package org.ptstress.run.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProfileTest {
  @Test
  void profilesBearTheNamesOfTheCommandLine() {
    assertThat(Arrays.stream(Profile.values()).map(Profile::label))
        .containsExactly("judge", "faults", "orders", "kernel", "quick", "standard", "tough");
  }

  @ParameterizedTest
  @ValueSource(strings = {"judge", "faults", "orders", "kernel"})
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
}
