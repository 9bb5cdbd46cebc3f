package org.ptstress.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Claim;

class OutcomeTest {
  @Test
  void actorsAndAftermathAreJoinedAsJcstressDoes() {
    assertThat(Outcome.of(List.of("ok", "found EINVAL"), Outcome.SOUND))
        .isEqualTo("ok, found EINVAL, sound");
  }

  @Test
  void aSoundOutcomeBreaksNothing() {
    assertThat(Outcome.aftermath(Set.of())).isEqualTo("sound");
    assertThat(Outcome.brokenClaims("ok, EAGAIN, sound")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneBrokenClaimComesBack(Claim claim) {
    String outcome = Outcome.of(List.of("ok"), Outcome.aftermath(EnumSet.of(claim)));
    assertThat(Outcome.brokenClaims(outcome)).containsExactly(claim);
  }

  @Test
  void allBrokenClaimsComeBack() {
    EnumSet<Claim> all = EnumSet.allOf(Claim.class);
    String outcome = Outcome.of(List.of("ok", "ok"), Outcome.aftermath(all));
    assertThat(Outcome.brokenClaims(outcome)).isEqualTo(all);
  }

  @Test
  void brokenClaimsAreNamed() {
    assertThat(Outcome.aftermath(EnumSet.of(Claim.VALID_IDS, Claim.UNIQUE_IDS)))
        .isEqualTo("breaks UNIQUE_IDS+VALID_IDS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "sound",
        "breaks VALID_IDS",
        "ok",
        "ok, EINVAL",
        "ok, breaks",
        "ok, breaks ",
        "ok, breaks NO_SUCH_CLAIM",
        "ok, VALID_IDS",
        "ok, sound, ",
        "sound, ok"
      })
  void aTextWithoutAftermathIsRejected(String outcome) {
    assertThatIllegalArgumentException().isThrownBy(() -> Outcome.brokenClaims(outcome));
  }
}
