package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Verdict;
import org.ptstress.stress.outside.Honest;
import org.ptstress.stress.outside.audit.DeniesExactIds;
import org.ptstress.stress.outside.audit.EndsNothing;
import org.ptstress.stress.outside.audit.ShortChains;
import org.ptstress.stress.outside.audit.ShowsNothing;
import org.ptstress.stress.outside.audit.VisitsTwice;
import org.ptstress.stress.verdict.Judge;

class AuditHooksTest {
  static List<Design> designs() {
    return Designs.all();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everyDesignOfTheCatalogueShowsItsTimers(Design design) {
    assertThat(AuditHooks.check(design))
        .extracting(CheckResult::status)
        .containsOnly(RunStatus.RUN);
  }

  @Test
  void whatAHookThatShowsNothingHidesIsStillThere() {
    assertThat(AuditHooks.check(new ShowsNothing()))
        .extracting(CheckResult::status)
        .containsOnly(RunStatus.NOT_RUN);
    assertThat(verdict(new ShowsNothing(), Claim.NO_DANGLING_TIMER))
        .isEqualTo(Verdict.CONTRADICTED);
    assertThat(verdict(new ShowsNothing(), Claim.NO_LEAK_ON_EXIT)).isEqualTo(Verdict.CONTRADICTED);
  }

  /** Whatever it shows of a process that has ended: the process still finds its timers. */
  @Test
  void exitThatLeavesTimersIsSeenByFindingThem() {
    assertThat(verdict(new EndsNothing(), Claim.NO_LEAK_ON_EXIT)).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void whatAnExitIsShownIsWhatTheProcessHas() {
    assertThat(verdict(new VisitsTwice(), Claim.NO_LEAK_ON_EXIT)).isEqualTo(Verdict.NOT_RUN);
    assertThat(verdict(new VisitsTwice(), Claim.NO_DANGLING_TIMER)).isEqualTo(Verdict.CONFIRMED);
  }

  @Test
  void exactIdsThatTheTableDeniesAreSeen() {
    assertThat(verdict(new DeniesExactIds(), Claim.EXACT_RESTORE)).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void chainsThatHoldOtherNumbersOfTimersSayNothing() {
    assertThat(verdict(new ShortChains(), Claim.EVEN_BUCKETS)).isEqualTo(Verdict.NOT_RUN);
  }

  @Test
  void anHonestTableIsConfirmed() {
    assertThat(verdict(new Honest(), Claim.NO_DANGLING_TIMER)).isEqualTo(Verdict.CONFIRMED);
    assertThat(verdict(new Honest(), Claim.NO_LEAK_ON_EXIT)).isEqualTo(Verdict.CONFIRMED);
  }

  private static Verdict verdict(Design design, Claim claim) {
    return Judge.judge(
            design.name(),
            design.promises().on(claim),
            new EvidenceFiles(List.of(), List.of(), Checks.of(design), List.of(), List.of())
                .about(design.name(), design.promises().on(claim)))
        .verdict();
  }
}
