package org.ptstress.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.model.kernel.ReclamationKind;
import org.ptstress.outside.OutsideA;

class DesignsTest {
  private static final String DESIGNS = "org.ptstress.model.support.Contracts#designs";

  private static final List<String> HISTORY =
      List.of(
          "LockedIdr",
          "GlobalIdr",
          "RfcAsDescribed",
          "RfcHash",
          "RcuHash",
          "RcuHash47",
          "BoundedScanHash",
          "PrecheckHash",
          "BucketLockHash",
          "ProcessIdr",
          "NamespaceIdr",
          "SelfHashingSlots");

  @Test
  void theHistoryComesFirstInItsOrderThenOthersByName() {
    assertThat(Designs.all())
        .extracting(Design::name)
        .startsWith(HISTORY.toArray(String[]::new))
        .endsWith("OutsideA", "OutsideB")
        .hasSize(HISTORY.size() + 2)
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
            "\"globalIdr\"", String.join(", ", HISTORY), "OutsideA, OutsideB");
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
        .allSatisfy(promise -> assertThat(promise.reason()).matches("[A-Z].*\\."));
  }

  @ParameterizedTest
  @MethodSource(DESIGNS)
  void everyTableIsNewAndEmpty(Design design) {
    TableConfig config = TableConfig.narrow(4);
    Rcu rcu = ReclamationKind.COLLECTOR.newRcu();
    TimerTable table = design.newTable(config, rcu);
    assertThat(table).isNotSameAs(design.newTable(config, rcu));
    table.forEach(timer -> assertThat(timer).as("hashed in an empty table").isNull());
    assertThat(table.chainLengths()).isEqualTo(new int[table.chainLengths().length]);
  }
}
