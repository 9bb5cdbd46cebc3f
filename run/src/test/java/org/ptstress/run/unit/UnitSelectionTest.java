package org.ptstress.run.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Expectation;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;

/** What a shard leaves to the others. */
final class UnitSelectionTest {
  @Test
  void phasesAreToldByTheNamesOfTheirUnits() {
    UnitSelection some = UnitSelection.of(List.of("races/A/One", "measurements"));
    assertThat(some.includes(new Unit(Unit.RACES, "A", "One"))).isTrue();
    assertThat(some.includes(new Unit(Unit.RACES, "A", "Two"))).isFalse();
    assertThat(some.includesAnyOf(Unit.RACES)).isTrue();
    assertThat(some.includesAnyOf(Unit.MEASUREMENTS)).isTrue();
    assertThat(some.includesAnyOf(Unit.CHECKS)).isFalse();
    assertThat(UnitSelection.of(List.of()).includesAnyOf(Unit.RACES)).isFalse();
    assertThat(UnitSelection.ALL.includesAnyOf(Unit.CHECKS)).isTrue();
  }

  @Test
  void aVerdictIsLeftToOthersIfTheyHaveEvidenceOnIt() {
    String elsewhere = Evidence.ELSEWHERE;
    assertThat(UnitSelection.isOpenElsewhere(row(Verdict.NOT_RUN, elsewhere))).isTrue();
    // A count is missing because that of the design which it is compared with is.
    assertThat(UnitSelection.isOpenElsewhere(row(Verdict.NOT_RUN, "of GlobalIdr, " + elsewhere)))
        .isTrue();
    assertThat(UnitSelection.isOpenElsewhere(row(Verdict.NOT_RUN, "it hung"))).isFalse();
    assertThat(UnitSelection.isOpenElsewhere(row(Verdict.CONFIRMED, elsewhere))).isFalse();
  }

  /** No other shard has what was lost here. */
  @Test
  void aVerdictIsNotLeftToOthersIfAUnitOfThisShardGaveNoResult() {
    Evidence elsewhere = evidence(Evidence.ELSEWHERE, false);
    assertThat(open(elsewhere, evidence("it hung", false))).isFalse();
    assertThat(open(elsewhere, evidence("it needs 3 CPUs", true))).isTrue();
    assertThat(open(evidence("it needs 3 CPUs", true))).isFalse();
  }

  private static boolean open(Evidence... evidence) {
    return UnitSelection.isOpenElsewhere(row(Verdict.NOT_RUN, List.of(evidence)));
  }

  private static VerdictRow row(Verdict verdict, String reason) {
    return row(verdict, List.of(evidence(reason, false)));
  }

  private static VerdictRow row(Verdict verdict, List<Evidence> evidence) {
    return new VerdictRow("A", Claim.AS_GOOD_AS_BEFORE, Expectation.HOLDS, verdict, "", evidence);
  }

  private static Evidence evidence(String reason, boolean tooFewCpus) {
    return new Evidence(
        Tool.ACCESS,
        "counts",
        RunStatus.NOT_RUN,
        reason,
        tooFewCpus,
        false,
        0,
        List.of(),
        "",
        "",
        null,
        null);
  }
}
