package org.ptstress.stress.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.run.result.CheckResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.wide.CombinedKey;
import org.ptstress.wide.LowHalfOfOwner;

class CloseProcessesTest {
  static final List<Design> CATALOGUE = Designs.all();

  static final List<Design> FAULTY =
      List.of(
          new CombinedKey.Sum(),
          new CombinedKey.Xor(),
          new CombinedKey.Times31(),
          new CombinedKey.Shifted());

  @ParameterizedTest
  @FieldSource("FAULTY")
  void keysThatOtherAddressesMakeUpForAreSeen(Design design) {
    assertThat(CloseProcesses.check(design))
        .filteredOn(row -> !row.held())
        .extracting(CheckResult::claim)
        .containsExactly(Claim.OWNER_ISOLATION);
  }

  @ParameterizedTest
  @FieldSource("CATALOGUE")
  void noDesignOfTheCatalogueIsAccused(Design design) {
    assertThat(CloseProcesses.check(design))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.status()).isEqualTo(RunStatus.RUN))
        .allMatch(CheckResult::held);
  }

  @Test
  void rightTableIsLookedAt() {
    assertThat(CloseProcesses.check(new LowHalfOfOwner.Cured()))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.samples()).isGreaterThan(100));
  }
}
