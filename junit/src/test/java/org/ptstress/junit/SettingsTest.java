package org.ptstress.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ptstress.run.result.Profile;

class SettingsTest {
  @Test
  void judgesInTwentySecondsByDefault() {
    Settings settings = Settings.of(null, null, "out");
    assertThat(settings.profile()).isEqualTo(Profile.JUDGE);
    assertThat(settings.limit()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void aProfileTakesWhatItNeedsOrWhatItIsGiven() {
    assertThat(Settings.of("quick", null, "out").limit()).isGreaterThan(Duration.ofHours(9));
    assertThat(Settings.of("Tough", "90", "out"))
        .isEqualTo(new Settings(Profile.TOUGH, Duration.ofSeconds(90), Path.of("out")));
  }

  @Test
  void whatIsNoProfileOrNumberIsQuoted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.of("fast", null, "out"))
        .withMessage("Unknown profile \"fast\". Known profiles: quick, standard, tough.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.of(null, "1m", "out"))
        .withMessage("The property ptstress.limit is \"1m\"; give a number of seconds.");
  }
}
