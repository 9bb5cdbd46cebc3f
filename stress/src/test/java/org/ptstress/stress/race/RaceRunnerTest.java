package org.ptstress.stress.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ptstress.stress.scenario.Scenarios.CREATE_AGAINST_FIND;
import static org.ptstress.stress.scenario.Scenarios.CREATE_DELETE_FIND;
import static org.ptstress.stress.scenario.Scenarios.DELETE_AGAINST_DELETE;
import static org.ptstress.stress.scenario.Scenarios.ONE_FREE_ID;
import static org.ptstress.stress.scenario.Scenarios.WRAP_AROUND;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ptstress.model.Claim;
import org.ptstress.model.Design;
import org.ptstress.run.process.ChildJvm;
import org.ptstress.run.process.Deadline;
import org.ptstress.run.process.ProcessTree;
import org.ptstress.run.result.Configuration;
import org.ptstress.run.result.OutcomeCount;
import org.ptstress.run.result.RaceResult;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.support.ClassPaths;
import org.ptstress.stress.support.FaultyDesign;

/** Starts forks, as brief as they go. */
class RaceRunnerTest {
  private static final Duration PATIENT = Duration.ofMinutes(1);

  private static final List<List<String>> ONCE = List.of(List.of("-XX:TieredStopAtLevel=1"));
  private static final List<List<String>> TWICE =
      List.of(List.of("-XX:TieredStopAtLevel=1"), List.of("-XX:TieredStopAtLevel=1", "-Dsecond"));

  @TempDir private Path folder;

  private final List<String> progress = new ArrayList<>();

  @Test
  void goodDesignIsRunInEveryConfiguration() throws Exception {
    List<RaceResult> rows =
        race(
            ChildJvm.classPath(),
            options(TWICE, PATIENT, false),
            new RacePair("BucketLockHash", ONE_FREE_ID),
            new RacePair("RcuHash", DELETE_AGAINST_DELETE));
    assertThat(rows).extracting(RaceResult::design).containsExactly("BucketLockHash", "RcuHash");
    assertThat(rows)
        .extracting(RaceResult::scenario)
        .containsExactly("OneFreeId", "DeleteAgainstDelete");
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.reason()).isEmpty();
              assertThat(row.status()).isEqualTo(RunStatus.RUN);
              assertThat(row.samples()).isPositive();
              assertThat(row.seconds()).isPositive();
              assertThat(row.outcomes().stream().mapToLong(OutcomeCount::count).sum())
                  .isEqualTo(row.samples());
              assertThat(row.configurations())
                  .hasSize(2)
                  .extracting(Configuration::jvmArgs)
                  .allMatch(args -> args.contains("-Dptstress.design=" + row.design() + " "))
                  .anyMatch(args -> args.endsWith(" -Dsecond"));
            });
    assertThat(progress)
        .containsExactly(
            "1/4 BucketLockHash/OneFreeId",
            "2/4 BucketLockHash/OneFreeId",
            "3/4 RcuHash/DeleteAgainstDelete",
            "4/4 RcuHash/DeleteAgainstDelete");
    assertThat(folder.resolve("logs/brief.log")).isNotEmptyFile();
  }

  @Test
  void designsRaceBesideEachOtherWhereThereAreCpusForIt() throws Exception {
    RaceRunner runner = new RaceRunner(folder, 5, Deadline.none());
    List<RaceResult> rows =
        runner.race(
            List.of(
                new RacePair("RcuHash", CREATE_DELETE_FIND),
                new RacePair("BucketLockHash", CREATE_AGAINST_FIND),
                new RacePair("GlobalIdr", CREATE_DELETE_FIND)),
            options(ONCE, PATIENT, false),
            (done, total, what) -> {});
    assertThat(rows)
        .extracting(RaceResult::design)
        .containsExactly("RcuHash", "BucketLockHash", "GlobalIdr");
    assertThat(rows).extracting(RaceResult::status).containsOnly(RunStatus.RUN);
  }

  @Test
  void racesOfADesignCanShareAFork() throws Exception {
    List<RaceResult> rows =
        race(
            ChildJvm.classPath(),
            options(TWICE, PATIENT, true),
            new RacePair("RcuHash", CREATE_AGAINST_FIND),
            new RacePair("RcuHash", ONE_FREE_ID),
            new RacePair("RcuHash", DELETE_AGAINST_DELETE));
    assertThat(rows).extracting(RaceResult::status).containsOnly(RunStatus.RUN);
    assertThat(progress)
        .containsExactly(
            "1/6 RcuHash/CreateAgainstFind",
            "2/6 RcuHash/OneFreeId",
            "3/6 RcuHash/DeleteAgainstDelete",
            "4/6 RcuHash/CreateAgainstFind",
            "5/6 RcuHash/OneFreeId",
            "6/6 RcuHash/DeleteAgainstDelete");
  }

  @Test
  void raceThatCrashesASharedForkCostsItselfOnly() throws Exception {
    Design crashing = new FaultyDesign.Crashing();
    List<RaceResult> rows =
        race(
            ClassPaths.with(folder, crashing),
            options(ONCE, PATIENT, true),
            new RacePair(crashing.name(), ONE_FREE_ID),
            new RacePair(crashing.name(), DELETE_AGAINST_DELETE));
    assertThat(rows)
        .extracting(RaceResult::reason)
        .containsOnly("a JVM crashed with status " + FaultyDesign.Crashing.STATUS);
  }

  @Test
  void raceWithMoreActorsThanCpusIsNotStarted() throws Exception {
    List<RaceResult> rows =
        race(
            ChildJvm.classPath(),
            options(ONCE, PATIENT, false),
            new RacePair("RcuHash", CREATE_DELETE_FIND));
    assertThat(rows).singleElement().matches(RaceResult::tooFewCpus);
    assertThat(progress).isEmpty();
  }

  @Test
  void designThatCrashesTheJvmIsNotRun() throws Exception {
    Design crashing = new FaultyDesign.Crashing();
    assertNotRun(raceOnce(crashing), "a JVM crashed with status 134");
  }

  @Test
  void designThatPrintsMuchAndClosesItsOutputIsRun() throws Exception {
    assertThat(raceOnce(new FaultyDesign.Printing()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.reason()).isEmpty();
              assertThat(row.samples()).isPositive();
            });
  }

  @Test
  void designThatEndsTheJvmAsIfAllWereWellIsNotRun() throws Exception {
    assertNotRun(raceOnce(new FaultyDesign.Exiting()), "a JVM ended without a result");
  }

  @Test
  void designThatThrowsBreaksCallsEnd() throws Exception {
    assertThat(raceOnce(new FaultyDesign.Throwing()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.RUN);
              assertThat(row.outcomes())
                  .filteredOn(outcome -> outcome.count() > 0)
                  .isNotEmpty()
                  .allSatisfy(
                      outcome -> assertThat(outcome.breaks()).containsExactly(Claim.CALLS_END));
            });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void designThatHangsCostsItsOwnRacesOnly(boolean together) throws Exception {
    Design hanging = new FaultyDesign.Hanging();
    // On a busy machine the sound design may take longer than the first limits to start.
    int limit = 3;
    List<RaceResult> rows = raceBesideSound(hanging, limit, together);
    while (!rows.get(3).reason().isEmpty() && limit < 180) {
      limit *= 8;
      rows = raceBesideSound(hanging, limit, together);
    }
    String hung = "it did not end within " + limit + " s";
    assertThat(rows)
        .extracting(RaceResult::reason)
        .containsExactly(hung, hung, "the design hung twice", "");
    assertThat(progress).last().isEqualTo("4/4 BucketLockHash/OneFreeId");
    assertThat(forks()).isEmpty();
  }

  private List<RaceResult> raceBesideSound(Design hanging, int limitSeconds, boolean together)
      throws Exception {
    return race(
        ClassPaths.with(folder, hanging),
        options(ONCE, Duration.ofSeconds(limitSeconds), together),
        new RacePair(hanging.name(), ONE_FREE_ID),
        new RacePair(hanging.name(), DELETE_AGAINST_DELETE),
        new RacePair(hanging.name(), CREATE_AGAINST_FIND),
        new RacePair("BucketLockHash", ONE_FREE_ID));
  }

  @Test
  void interruptEndsTheForksToo() throws Exception {
    Design hanging = new FaultyDesign.Hanging();
    String classPath = ClassPaths.with(folder, hanging);
    AtomicReference<Exception> end = new AtomicReference<>();
    Thread racing =
        new Thread(
            () -> {
              try {
                race(
                    classPath,
                    options(ONCE, PATIENT, false),
                    new RacePair(hanging.name(), ONE_FREE_ID));
              } catch (IOException | InterruptedException e) {
                end.set(e);
              }
            });
    racing.start();
    while (forks().findAny().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    racing.interrupt();
    racing.join();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    while (forks().findAny().isPresent()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /**
   * The forks of this test, whoever is their parent by now. Of a command line, Linux shows the
   * beginning only, so they are known by an argument that comes before the class path.
   */
  private Stream<ProcessHandle> forks() {
    String sign = "-XX:CompilerDirectivesFile=" + folder;
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(sign));
  }

  @Test
  void firstBrokenClaimCanBeAllThatIsWantedOfADesign() throws Exception {
    List<RaceResult> rows = raceBroken(true);
    assertThat(rows)
        .extracting(RaceResult::reason)
        .containsExactly("", "the design had already broken a claim", "");
    assertThat(rows.get(0).configurations()).hasSize(1);
  }

  @Test
  void otherwiseABrokenClaimStopsNothing() throws Exception {
    List<RaceResult> rows = raceBroken(false);
    assertThat(rows).extracting(RaceResult::reason).containsOnly("");
    assertThat(rows.get(0).configurations()).hasSize(2);
  }

  @Test
  void lostJvmIsTheReasonForAllThatItHadToDo() throws Exception {
    List<RaceResult> rows =
        race("nothing", options(ONCE, PATIENT, false), new RacePair("RcuHash", ONE_FREE_ID));
    assertNotRun(rows, "a JVM crashed with status 1");
  }

  @Test
  void racesWhoseForkIsKilledAreRunAgain() throws Exception {
    List<RaceResult> rows =
        new RaceRunner(folder, 2, Deadline.none())
            .race(
                List.of(
                    new RacePair("BucketLockHash", ONE_FREE_ID),
                    new RacePair("BucketLockHash", DELETE_AGAINST_DELETE)),
                new RaceOptions("brief", ONCE, new Sampling(1, 2_000, 64, 8), PATIENT, false, true),
                (done, total, what) -> {
                  if (done == 1) {
                    ProcessTree.killDescendants();
                  }
                });
    assertThat(rows).hasSize(2).extracting(RaceResult::reason).containsOnly("");
  }

  /** The RFC's ids go negative in every race at the largest id. */
  private List<RaceResult> raceBroken(boolean stopAtBroken) throws Exception {
    RaceOptions options = options(TWICE, PATIENT, true);
    return race(
        ChildJvm.classPath(),
        stopAtBroken ? options.stoppingAtBroken() : options,
        new RacePair("RfcHash", WRAP_AROUND),
        new RacePair("RfcHash", DELETE_AGAINST_DELETE),
        new RacePair("BucketLockHash", WRAP_AROUND));
  }

  private List<RaceResult> raceOnce(Design faulty) throws Exception {
    return race(
        ClassPaths.with(folder, faulty),
        options(ONCE, PATIENT, false),
        new RacePair(faulty.name(), ONE_FREE_ID));
  }

  private static void assertNotRun(List<RaceResult> rows, String reason) {
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(RunStatus.NOT_RUN);
              assertThat(row.reason()).isEqualTo(reason);
              assertThat(row.tooFewCpus()).isFalse();
              assertThat(row.log()).isEqualTo("logs/brief.log");
            });
  }

  private static RaceOptions options(
      List<List<String>> configurations, Duration allowance, boolean together) {
    return new RaceOptions(
        "brief", configurations, new Sampling(1, 20, 64, 8), allowance, false, together);
  }

  private List<RaceResult> race(String classPath, RaceOptions options, RacePair... pairs)
      throws IOException, InterruptedException {
    return new RaceRunner(folder, 2, Deadline.none(), classPath)
        .race(
            List.of(pairs),
            options,
            (done, total, what) -> progress.add(done + "/" + total + " " + what));
  }
}
