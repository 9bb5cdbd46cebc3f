package org.ptstress.reports.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ptstress.model.Claim;
import org.ptstress.model.Promise;
import org.ptstress.model.Promises;
import org.ptstress.run.kernel.KernelOutcome;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.stress.verdict.Judge;

class KernelEvidenceTest {
  private static final String DESIGN = "BucketLockHash";
  private static final Promise SINGLE_DELETE = Promises.allHold().on(Claim.SINGLE_DELETE);

  @Test
  void aRaceWithoutAWitnessIsEvidence() {
    List<Evidence> found = about(SINGLE_DELETE, race(RunStatus.RUN, true));
    assertThat(found)
        .singleElement()
        .matches(item -> item.tool() == Tool.KERNEL && !item.broken() && item.samples() == 9);
    assertThat(about(Promises.allHold().on(Claim.EVEN_BUCKETS), race(RunStatus.RUN, true)))
        .isEmpty();
  }

  @Test
  void anOutcomeThatNoTableGivesContradicts() {
    List<Evidence> found = new ArrayList<>(about(SINGLE_DELETE, race(RunStatus.RUN, false)));
    assertThat(Judge.judge(DESIGN, SINGLE_DELETE, found).verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(about(Promises.allHold().on(Claim.CALLS_END), race(RunStatus.RUN, false)))
        .as("the first claim takes the blame")
        .noneMatch(Evidence::broken);
  }

  @Test
  void whatDidNotRunAndOtherDesignsSayNothing() {
    assertThat(about(SINGLE_DELETE, race(RunStatus.NOT_RUN, true))).isEmpty();
    assertThat(
            new KernelEvidence(List.of(race(RunStatus.RUN, false))).about("RcuHash", SINGLE_DELETE))
        .isEmpty();
  }

  private static List<Evidence> about(Promise promise, KernelResult row) {
    return new KernelEvidence(List.of(row)).about(DESIGN, promise);
  }

  private static KernelResult race(RunStatus status, boolean expected) {
    return new KernelResult(
        "6.18",
        DESIGN,
        "DeleteAgainstDelete",
        status,
        "",
        9,
        1,
        List.of(new KernelOutcome("ok, ok", 9, expected)),
        List.of());
  }
}
