package org.ptstress.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.Promise;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.result.Evidence;
import org.ptstress.run.result.Profile;
import org.ptstress.run.result.RunStatus;
import org.ptstress.run.result.Tool;
import org.ptstress.run.result.Verdict;
import org.ptstress.run.result.VerdictRow;
import org.ptstress.run.unit.UnitSelection;
import org.ptstress.stress.verdict.Judge;

class StressRunTest {
  private static final Design DESIGN = Designs.named("GlobalIdr");

  @TempDir private Path folder;

  /** Evidence of another phase must not decide alone. */
  @Test
  void aPhaseThatFailsLeavesItsEvidenceMissing() throws Exception {
    Files.writeString(folder.resolve("logs"), "no folder");
    StressRun run =
        new StressRun(
            folder, Profile.JUDGE, List.of(DESIGN), null, UnitSelection.ALL, 2, Deadline.none());
    assertThatThrownBy(() -> run.check((done, total, what) -> {})).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> run.race((done, total, what) -> {})).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> run.search((done, total, what) -> {})).isInstanceOf(IOException.class);

    List<Evidence> all = new ArrayList<>();
    for (Promise promise : DESIGN.promises().all()) {
      List<Evidence> evidence = run.evidence().about(DESIGN.name(), promise);
      all.addAll(evidence);
      assertThat(Judge.judge(DESIGN.name(), promise, evidence).verdict())
          .as(promise.claim().name())
          .isEqualTo(Verdict.NOT_RUN);
    }
    assertThat(all).extracting(Evidence::tool).contains(Tool.RACE, Tool.INTERLEAVING, Tool.CHECK);
    assertThat(all).extracting(Evidence::status).containsOnly(RunStatus.NOT_RUN);
  }

  /** The shard that has a claim's other evidence may hold the witness. */
  @Test
  void whatAnotherShardDoesIsMissingHere() {
    StressRun run =
        new StressRun(
            folder,
            Profile.QUICK,
            List.of(DESIGN),
            null,
            UnitSelection.of(List.of("races/GlobalIdr/WrapAround")),
            2,
            Deadline.none());
    for (Promise promise : DESIGN.promises().all()) {
      List<Evidence> evidence = run.evidence().about(DESIGN.name(), promise);
      VerdictRow verdict = Judge.judge(DESIGN.name(), promise, evidence);
      assertThat(UnitSelection.isOpenElsewhere(verdict)).as(promise.claim().name()).isTrue();
    }
  }
}
