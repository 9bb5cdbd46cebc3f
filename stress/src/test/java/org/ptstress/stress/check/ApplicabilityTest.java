package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.IdPolicy;
import org.ptstress.model.Promise;
import org.ptstress.model.Promises;
import org.ptstress.model.TableConfig;
import org.ptstress.model.TimerTable;
import org.ptstress.model.kernel.Rcu;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.EvidenceFiles;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.stress.verdict.Judge;

class ApplicabilityTest {
  static List<Design> designs() {
    return Designs.all();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void whatADesignSaysDoesNotApplyDoesNot(Design design) {
    List<CheckResult> rows = Applicability.check(design);
    assertThat(rows).hasSameSizeAs(Applicability.disputed(design));
    assertThat(rows).allSatisfy(row -> assertThat(row.held()).as(row.detail()).isTrue());
  }

  /** The table of 6.15 has a counter, exact ids and buckets, and can be measured. */
  @ParameterizedTest
  @EnumSource(Claim.class)
  void claimThatAppliesCannotBeHidden(Claim claim) {
    Design design = new Evasive(claim, IdPolicy.NEXT);
    List<CheckResult> rows = Applicability.check(design);
    assertThat(rows).singleElement().extracting(CheckResult::held).isEqualTo(false);
    Promise promise = design.promises().on(claim);
    VerdictRow verdict =
        Judge.judge(
            design.name(),
            promise,
            new EvidenceFiles(List.of(), List.of(), rows).about(design.name(), promise));
    assertThat(verdict.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(verdict.reason()).contains(Applicability.NAME);
  }

  @Test
  void itComesFirstSoThatOthersCannotTakeItsTime() {
    assertThat(Checks.planned(Designs.named("GlobalIdr")).get(0).name())
        .isEqualTo(Applicability.NAME);
  }

  @Test
  void checksIncludeApplicability() {
    assertThat(Checks.of(new Evasive(Claim.UNIQUE_IDS, IdPolicy.NEXT)))
        .filteredOn(row -> row.claim() == Claim.UNIQUE_IDS)
        .extracting(CheckResult::check)
        .contains(Applicability.NAME);
  }

  /** A cursor wraps like a counter; only the lowest free id has nothing that could. */
  @ParameterizedTest
  @EnumSource(IdPolicy.class)
  void onlyTheLowestFreeIdCannotWrap(IdPolicy policy) {
    assertThat(Applicability.check(new Evasive(Claim.WRAPS_TO_ZERO, policy)))
        .singleElement()
        .extracting(CheckResult::held)
        .isEqualTo(policy == IdPolicy.LOWEST_FREE);
  }

  /** The design of 6.15, which says of a claim that it does not apply. */
  private record Evasive(Claim claim, IdPolicy idPolicy) implements Design {
    @Override
    public String name() {
      return "Evasive";
    }

    @Override
    public String origin() {
      return "a test";
    }

    @Override
    public String summary() {
      return "A good table with an excuse.";
    }

    @Override
    public Promises promises() {
      return Promises.allHold().doesNotApply(claim, "An excuse.");
    }

    @Override
    public TimerTable newTable(TableConfig config, Rcu rcu) {
      return Designs.named("BucketLockHash").newTable(config, rcu);
    }
  }
}
