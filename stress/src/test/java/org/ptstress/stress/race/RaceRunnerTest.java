package org.ptstress.stress.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ptstress.stress.scenario.Scenarios.DELETE_AGAINST_DELETE;
import static org.ptstress.stress.scenario.Scenarios.ONE_FREE_ID;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ptstress.model.Design;
import org.ptstress.model.Designs;
import org.ptstress.model.spec.Scenario;
import org.ptstress.stress.process.ChildJvm;
import org.ptstress.stress.result.OutcomeCount;
import org.ptstress.stress.result.RaceResult;
import org.ptstress.stress.result.RunStatus;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.stress.support.FaultyDesign;

/** Runs jcstress itself, as briefly as it goes. */
@Timeout(120)
class RaceRunnerTest {
  private static final List<String> BRIEF =
      List.of(
          "-sc",
          "false",
          "-af",
          "NONE",
          "-pth",
          "false",
          "-hs",
          "128",
          "-strideSize",
          "64",
          "-strideCount",
          "8",
          "-iters",
          "1",
          "-time",
          "100",
          "-f",
          "1",
          "-fsm",
          "0");
  private static final Duration PATIENT = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofSeconds(3);

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  private final List<Double> shares = new ArrayList<>();

  @Test
  void goodDesignIsRun() throws Exception {
    Design design = Designs.named("BucketLockHash");
    List<RaceResult> rows =
        race(design, PATIENT, ChildJvm.classPath(), ONE_FREE_ID, DELETE_AGAINST_DELETE);
    assertThat(rows)
        .extracting(RaceResult::scenario)
        .containsExactly("OneFreeId", "DeleteAgainstDelete");
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.reason()).isEmpty();
              assertThat(row.status()).isEqualTo(RunStatus.RUN);
              assertThat(row.design()).isEqualTo(design.name());
              assertThat(row.samples()).isPositive();
              assertThat(row.outcomes().stream().mapToLong(OutcomeCount::count).sum())
                  .isEqualTo(row.samples());
              assertThat(row.configurations())
                  .isNotEmpty()
                  .allSatisfy(
                      used ->
                          assertThat(used.jvmArgs()).contains("-Dptstress.design=BucketLockHash"));
            });
    assertThat(folder.resolve("logs/races-BucketLockHash.log")).isNotEmptyFile();
    assertThat(shares).isSorted().endsWith(1.0);
  }

  @Test
  void designThatCrashesTheJvmIsNotRun() throws Exception {
    Design crashing = new FaultyDesign.Crashing();
    List<RaceResult> rows = race(crashing, PATIENT, ClassPaths.with(folder, crashing), ONE_FREE_ID);
    assertNotRun(rows, "a JVM crashed");
  }

  @Test
  void designThatHangsIsNotRunInBoundedTime() throws Exception {
    Design hanging = new FaultyDesign.Hanging();
    List<RaceResult> rows = race(hanging, SHORT, ClassPaths.with(folder, hanging), ONE_FREE_ID);
    assertNotRun(rows, "no progress for 3 s and was killed");
    assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info))
        .noneMatch(process -> process.commandLine().orElse("").contains("jcstress"));
  }

  private static void assertNotRun(List<RaceResult> rows, String reason) {
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).isNotEmpty().contains(reason);
              assertThat(row.tooFewCpus()).isFalse();
              assertThat(row.log()).isEqualTo("logs/races-" + row.design() + ".log");
            });
  }

  private List<RaceResult> race(
      Design design, Duration silence, String classPath, Scenario... scenarios)
      throws IOException, InterruptedException {
    RaceRunner.Settings settings =
        new RaceRunner.Settings(List.of(""), BRIEF, silence, 2, classPath);
    return new RaceRunner(folder, settings).race(design, List.of(scenarios), shares::add);
  }
}
