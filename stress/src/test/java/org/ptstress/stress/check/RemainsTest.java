package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.outside.HidesRemoved;
import org.ptstress.stress.outside.RemembersSome;

class RemainsTest {
  static List<Design> designs() {
    return Designs.all();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void noDesignOfTheCatalogueKeepsTimers(Design design) {
    assertThat(Remains.check(design)).hasSize(2).allMatch(CheckResult::held);
  }

  /** Its hooks show what they must, and no lookup finds what it keeps. */
  @Test
  void timersThatNobodyCanFindAreSeen() {
    assertThat(Remains.check(new HidesRemoved()))
        .extracting(CheckResult::claim, CheckResult::status, CheckResult::held)
        .containsExactly(
            tuple(Claim.NO_DANGLING_TIMER, RunStatus.RUN, false),
            tuple(Claim.NO_LEAK_ON_EXIT, RunStatus.RUN, false));
    assertThat(AuditHooks.check(new HidesRemoved())).allMatch(CheckResult::held);
  }

  @Test
  void referencesThatAreLeftUntilTheirPlaceIsUsedAgainAreNoLeak() {
    assertThat(Remains.check(new RemembersSome())).allMatch(CheckResult::held);
  }
}
