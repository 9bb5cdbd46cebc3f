package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Expectation;
import org.ptstress.reuse.ClosesAtExec;
import org.ptstress.reuse.CountsBusyRestores;
import org.ptstress.reuse.EndedAddresses;
import org.ptstress.reuse.ReservesUntilPublished;
import org.ptstress.run.result.CheckResult;
import org.ptstress.shape.Shapes;
import org.ptstress.stress.scenario.Scenarios;
import org.ptstress.wide.WideTables;

/** What one thread sees after an exec, an exit, and restores that fail. */
class ReuseScriptsTest {
  private static final String AFTER_EXEC = "CallsAfterExec";
  private static final String AFTER_FAILED_RESTORES = "CallsAfterFailedRestores";
  private static final String AT_THE_SAME_ADDRESS = "CallsAtTheSameAddress";

  @Test
  void execThatIsTakenForAnExitIsSeen() {
    assertThat(broken(new ClosesAtExec(), AFTER_EXEC)).contains(Claim.EAGAIN_ONLY_WHEN_FULL);
  }

  @Test
  void restoreThatFailsAndStaysCountedIsSeen() {
    assertThat(broken(new CountsBusyRestores(), AFTER_FAILED_RESTORES))
        .contains(Claim.EXACT_RESTORE);
  }

  @Test
  void restoreThatFailsAndKeepsItsIdIsSeen() {
    assertThat(broken(new ReservesUntilPublished(), AFTER_FAILED_RESTORES))
        .contains(Claim.EXACT_RESTORE);
  }

  @Test
  void processTakenForTheOneBeforeAtItsAddressIsSeen() {
    assertThat(broken(new EndedAddresses.NoCreates(), AT_THE_SAME_ADDRESS))
        .contains(Claim.EAGAIN_ONLY_WHEN_FULL);
    assertThat(broken(new EndedAddresses.NoFinds(), AT_THE_SAME_ADDRESS))
        .containsExactly(Claim.NO_LOST_TIMER);
  }

  @Test
  void rightTablesAreNotAccused() {
    List<Design> noted = List.of(new EndedAddresses.Noted());
    for (List<Design> right : List.of(Shapes.ALL, WideTables.CURED, noted)) {
      assertThat(right)
          .allSatisfy(
              design ->
                  assertThat(List.of(AFTER_EXEC, AFTER_FAILED_RESTORES, AT_THE_SAME_ADDRESS))
                      .allSatisfy(
                          name ->
                              assertThat(broken(design, name))
                                  .allMatch(
                                      claim ->
                                          design.promises().on(claim).expectation()
                                              != Expectation.HOLDS)));
    }
  }

  private static Set<Claim> broken(Design design, String scenario) {
    if (!Scenarios.applies(Scenarios.named(scenario), design)) {
      return Set.of();
    }
    return Script.run(design, Scenarios.named(scenario)).stream()
        .filter(row -> !row.held())
        .map(CheckResult::claim)
        .collect(Collectors.toSet());
  }
}
