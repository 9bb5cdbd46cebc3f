package org.ptstress.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.outside.OutsideA;

class DesignsTest {
  private static final String DESIGNS = "org.ptstress.model.support.Contracts#designs";

  @Test
  void theHistoryComesFirstInItsOrderThenOthersByName() {
    assertThat(Designs.all())
        .extracting(Design::name)
        .startsWith("GlobalIdr", "RfcHash", "RcuHash", "BucketLockHash")
        .endsWith("OutsideA", "OutsideB")
        .isSubsetOf("GlobalIdr", "RfcHash", "RcuHash", "BucketLockHash", "OutsideA", "OutsideB")
        .doesNotHaveDuplicates();
  }

  @Test
  void aDesignFromOutsideIsFoundByItsName() {
    assertThat(Designs.named("OutsideA")).isInstanceOf(OutsideA.class);
  }

  @Test
  void theYardstickIsInTheCatalogue() {
    assertThat(Designs.named(Designs.YARDSTICK).name()).isEqualTo("GlobalIdr");
  }

  @Test
  void anUnknownNameListsTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Designs.named("globalIdr"))
        .withMessageContainingAll(
            "\"globalIdr\"", "GlobalIdr, RfcHash, RcuHash, BucketLockHash", "OutsideA, OutsideB");
  }

  @ParameterizedTest
  @MethodSource(DESIGNS)
  void aNameIsMadeOfLettersAndDigits(Design design) {
    assertThat(design.name()).matches("[A-Za-z0-9]+");
  }

  @ParameterizedTest
  @MethodSource(DESIGNS)
  void aDesignSaysWhereItComesFrom(Design design) {
    assertThat(design.origin()).isNotBlank();
    assertThat(design.summary()).endsWith(".");
  }

  @ParameterizedTest
  @MethodSource(DESIGNS)
  void everyClaimHasOnePromise(Design design) {
    assertThat(design.promises().all()).extracting(Promise::claim).containsExactly(Claim.values());
  }

  @ParameterizedTest
  @MethodSource(DESIGNS)
  void whatIsNotPromisedIsReasonedInASentence(Design design) {
    assertThat(design.promises().all())
        .filteredOn(promise -> promise.expectation() != Expectation.HOLDS)
        .isNotEmpty()
        .allSatisfy(promise -> assertThat(promise.reason()).matches("[A-Z].*\\."));
  }

  @ParameterizedTest
  @MethodSource(DESIGNS)
  void everyTableIsNewAndEmpty(Design design) {
    TableConfig config = TableConfig.narrow(4);
    TimerTable table = design.newTable(config);
    assertThat(table).isNotSameAs(design.newTable(config));
    table.forEach(timer -> assertThat(timer).as("hashed in an empty table").isNull());
    assertThat(table.chainLengths()).isEqualTo(new int[table.chainLengths().length]);
  }
}
