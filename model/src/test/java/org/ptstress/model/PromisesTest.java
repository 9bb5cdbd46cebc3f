package org.ptstress.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PromisesTest {
  @Test
  void everythingHoldsUntilItIsTakenBack() {
    assertThat(Promises.allHold().all())
        .hasSize(Claim.values().length)
        .filteredOn(promise -> promise.expectation() != Expectation.HOLDS)
        .extracting(Promise::claim)
        .containsExactly(Claim.WRAP_AS_DESCRIBED);
  }

  @Test
  void whatIsLeftOutCanBePromised() {
    assertThat(Promises.allHold().holds(Claim.WRAP_AS_DESCRIBED).on(Claim.WRAP_AS_DESCRIBED))
        .isEqualTo(new Promise(Claim.WRAP_AS_DESCRIBED, Expectation.HOLDS, ""));
  }

  @Test
  void takingBackChangesOneClaimOfACopy() {
    Promises all = Promises.allHold();
    Promises less =
        all.broken(Claim.VALID_IDS, "It breaks.").doesNotApply(Claim.EXACT_RESTORE, "It has none.");
    assertThat(less.on(Claim.VALID_IDS))
        .isEqualTo(new Promise(Claim.VALID_IDS, Expectation.BROKEN, "It breaks."));
    assertThat(less.on(Claim.EXACT_RESTORE).expectation()).isEqualTo(Expectation.DOES_NOT_APPLY);
    assertThat(less.on(Claim.UNIQUE_IDS).expectation()).isEqualTo(Expectation.HOLDS);
    assertThat(all.on(Claim.VALID_IDS).expectation()).isEqualTo(Expectation.HOLDS);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HOLDS")
  void whatIsNotPromisedNeedsAReason(Expectation expectation) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Promise(Claim.VALID_IDS, expectation, " "))
        .withMessageContainingAll("VALID_IDS", expectation.name());
  }

  @Test
  void aPlainPromiseNeedsNoReason() {
    assertThat(new Promise(Claim.VALID_IDS, Expectation.HOLDS, "").reason()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aClaimIsStatedAndSourced(Claim claim) {
    assertThat(claim.statement()).matches("[-A-Z].*\\.");
    assertThat(claim.consequence()).matches("[A-Z].*\\.");
    assertThat(claim.demandedBy()).isNotBlank();
  }
}
