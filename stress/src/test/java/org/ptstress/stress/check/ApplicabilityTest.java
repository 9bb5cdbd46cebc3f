package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    assertThat(Applicability.disputed(design))
        .isNotEmpty()
        .map(claim -> Applicability.check(design, claim))
        .allSatisfy(row -> assertThat(row.held()).as(row.detail()).isTrue());
  }

  /** The table of 6.15 has a counter, exact ids and buckets, and can be measured. */
  @ParameterizedTest
  @EnumSource(value = Claim.class, mode = EXCLUDE, names = "WRAP_AS_DESCRIBED")
  void claimThatAppliesCannotBeHidden(Claim claim) {
    assertHidden(new Evasive(claim, IdPolicy.NEXT), claim);
  }

  /** Whoever refuses a create at the end of the ids is held to what the changelog says of it. */
  @ParameterizedTest
  @ValueSource(strings = {"RfcAsDescribed", "RfcHash"})
  void theDescribedWrapCannotBeHiddenByTheRfcs(String table) {
    assertHidden(
        new Evasive(Claim.WRAP_AS_DESCRIBED, IdPolicy.NEXT, table), Claim.WRAP_AS_DESCRIBED);
  }

  private static void assertHidden(Design design, Claim claim) {
    List<CheckResult> rows = List.of(Applicability.check(design, claim));
    assertThat(rows).extracting(CheckResult::held).containsExactly(false);
    Promise promise = design.promises().on(claim);
    VerdictRow verdict =
        Judge.judge(
            design.name(),
            promise,
            new EvidenceFiles(List.of(), List.of(), rows, List.of(), List.of())
                .about(design.name(), promise));
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

  /** A cursor wraps like a counter; the others have nothing that could. */
  @ParameterizedTest
  @EnumSource(IdPolicy.class)
  void onlyCountersAndCursorsWrap(IdPolicy policy) {
    assertThat(
            Applicability.check(new Evasive(Claim.WRAPS_TO_ZERO, policy), Claim.WRAPS_TO_ZERO)
                .held())
        .isEqualTo(policy == IdPolicy.LOWEST_FREE || policy == IdPolicy.ANY_FREE);
  }

  /** The design of 6.15, which says of a claim that it does not apply. */
  private record Evasive(Claim claim, IdPolicy idPolicy, String table) implements Design {
    Evasive(Claim claim, IdPolicy idPolicy) {
      this(claim, idPolicy, "BucketLockHash");
    }

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
      return Designs.named(table).newTable(config, rcu);
    }
  }
}
