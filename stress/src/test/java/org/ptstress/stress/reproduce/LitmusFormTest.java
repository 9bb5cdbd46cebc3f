package org.ptstress.stress.reproduce;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Claim;
import org.ptstress.model.Designs;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.Bound;
import org.ptstress.run.result.ExplorationResult;
import org.ptstress.stress.exploration.Exploration;
import org.ptstress.stress.exploration.ExplorationBudget;
import org.ptstress.stress.exploration.ExplorationRunner;
import org.ptstress.stress.scenario.Scenarios;

/** The designs that publish under a lock which no lookup takes. */
class LitmusFormTest {
  private static final List<String> DESIGNS =
      List.of(
          "LockedIdr",
          "GlobalIdr",
          "RfcHash",
          "RcuHash",
          "RcuHash47",
          "BoundedScanHash",
          "PrecheckHash");

  private static final List<String> TESTS = new ArrayList<>();

  @BeforeAll
  static void write(@TempDir Path temp) throws Exception {
    List<Exploration> explorations =
        DESIGNS.stream()
            .map(
                name ->
                    new Exploration(Designs.named(name), Scenarios.CREATE_AGAINST_FIND, Set.of()))
            .toList();
    List<ExplorationBudget> budget =
        List.of(new ExplorationBudget(new Bound(1, 1), 10_000, 0, true));
    List<Counterexample> found = new ArrayList<>();
    for (ExplorationResult row :
        new ExplorationRunner(temp, 1, budget, Duration.ofMinutes(2), Deadline.none())
            .run(explorations, ProgressListener.NONE)) {
      assertThat(row.broken()).as(row.design() + row.reason()).isNotEmpty();
      found.add(
          new Counterexample(
              Designs.named(row.design()),
              Claim.NO_STALE_FIND,
              null,
              null,
              new Counterexample.Explored(Scenarios.CREATE_AGAINST_FIND, row.broken().get(0))));
    }
    List<List<WitnessStep>> steps =
        WitnessReplay.steps(temp, found.stream().map(LitmusFormTest::witnessed).toList());
    for (int i = 0; i < found.size(); i++) {
      TESTS.add(LitmusForm.of(found.get(i), witnessed(found.get(i)).explored(), steps.get(i)));
    }
  }

  private static WitnessReplay.Witnessed witnessed(Counterexample found) {
    return new WitnessReplay.Witnessed(found.design(), found.claim(), requireNonNull(found.weak()));
  }

  @Test
  void noInterleavingOfItsStatementsShowsTheDefectButAnotherOrderDoes() {
    assertThat(TESTS).hasSameSizeAs(DESIGNS);
    for (String test : TESTS) {
      assertThat(LitmusProgram.isInterleaved(test)).as(test).isFalse();
      assertThat(LitmusProgram.isAllowed(test)).as(test).isTrue();
    }
  }

  /** As commit 2389c6efd3ad mended it. */
  @Test
  void publishedUnderTheTimersLockNoOrderShowsIt() {
    for (String test : TESTS) {
      assertThat(test).contains("spin_lock(Process_1_siglock)", "spin_lock(KTimer_1_lock)");
      String mended =
          test.replace("Process_1_siglock", "KTimer_1_lock")
              .replace("spinlock_t *KTimer_1_lock, spinlock_t *KTimer_1_lock", "");
      assertThat(LitmusProgram.isAllowed(mended)).as(mended).isFalse();
    }
  }
}
