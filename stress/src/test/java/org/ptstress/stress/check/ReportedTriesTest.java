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
import org.ptstress.stress.verdict.Judge;

class ReportedTriesTest {
  static List<Design> designs() {
    return Designs.all();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everyDesignOfTheCatalogueReportsItsTries(Design design) {
    assertThat(ReportedTries.check(design).get(0).status()).isEqualTo(RunStatus.RUN);
  }

  /** However well it searches: nobody has counted. */
  @Test
  void tableThatReportsNothingIsNotConfirmed() {
    Design silent = new Honest();
    List<CheckResult> rows = Checks.of(silent);
    assertThat(
            Judge.judge(
                    silent.name(),
                    silent.promises().on(Claim.BOUNDED_SEARCH),
                    new EvidenceFiles(List.of(), List.of(), rows, List.of(), List.of())
                        .about(silent.name(), silent.promises().on(Claim.BOUNDED_SEARCH)))
                .verdict())
        .isEqualTo(Verdict.NOT_RUN);
  }
}
