package org.ptstress.stress.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ptstress.model.Designs;
import org.ptstress.model.syscall.SyscallEra;
import org.ptstress.run.kernel.KernelOutcome;
import org.ptstress.run.kernel.KernelResult;
import org.ptstress.run.kernel.KernelTime;
import org.ptstress.run.process.MachineLock;
import org.ptstress.run.process.ProgressListener;
import org.ptstress.run.result.RunStatus;
import org.ptstress.stress.scenario.Scenarios;

class KernelJudgeTest {
  private static final String LOCK_FOLDER = "java.io.tmpdir";

  private final String lockFolder = System.getProperty(LOCK_FOLDER);

  @TempDir private Path temp;

  /** Else it would wait for whatever measures on this machine. */
  @BeforeEach
  void takeALockOfItsOwn() {
    System.setProperty(LOCK_FOLDER, temp.toString());
  }

  @AfterEach
  void takeTheLockOfTheMachine() {
    System.setProperty(LOCK_FOLDER, lockFolder);
  }

  @Test
  void thisKernelDoesAsItsModel() throws Exception {
    List<KernelResult> rows = judged(new KernelJudge(100, 2, sentence -> {}));
    assertThat(rows).noneMatch(KernelResult::differs);
    if (rows.get(0).status() == RunStatus.NOT_RUN) {
      System.out.println("The kernel is not tested: " + rows.get(0).reason() + ".");
      assertThat(rows).hasSize(1);
      return;
    }
    assertThat(rows).hasSize(3 + KernelRaces.ALL.size());
    KernelResult times = rows.get(rows.size() - 1);
    assertThat(times.comparison()).isEqualTo(KernelResult.TIMES);
    assertThat(times.times())
        .allMatch(time -> time.calls() > 0 && time.nanos() > 0)
        .extracting(KernelTime::call)
        .contains(KernelTime.GETTIME, KernelTime.PAIR, "timer_getoverrun among 100 timers");
    assertThat(rows.get(0).samples()).isEqualTo(100);
    assertThat(rows)
        .allMatch(
            row -> row.status() == RunStatus.RUN ? row.samples() > 0 : !row.reason().isEmpty());
  }

  @Test
  void timesWaitForTheMeasurementsOfOthers() throws Exception {
    List<String> said = new CopyOnWriteArrayList<>();
    FutureTask<List<KernelResult>> judged =
        new FutureTask<>(() -> judged(new KernelJudge(10, 1, said::add)));
    MachineLock.holding(
        sentence -> {},
        () -> {
          new Thread(judged, "judge").start();
          while (said.isEmpty() && !judged.isDone()) {
            TimeUnit.MILLISECONDS.sleep(1);
          }
          return said;
        });
    boolean timed =
        judged.get().stream().anyMatch(row -> row.comparison().equals(KernelResult.TIMES));
    assertThat(said)
        .hasSize(timed ? 1 : 0)
        .allMatch(each -> each.startsWith("Waiting for another"));
  }

  @Test
  void withoutACompilerNothingIsJudged() throws Exception {
    assertNotRun(new KernelJudge(10, 1, sentence -> {}, "no-such-cc"), "no C compiler");
  }

  @Test
  void aCompilerThatFailsIsQuoted() throws Exception {
    assertNotRun(new KernelJudge(10, 1, sentence -> {}, "false"), "failed");
  }

  /** As before Linux 6.15: the program asks for another option of prctl, which no kernel has. */
  @Test
  void withoutExactIdsTheRacesThatNeedThemAreLeftOut() throws Exception {
    List<KernelResult> rows = judged(10, "s/define RESTORE_IDS 77 /define RESTORE_IDS 7777 /");
    assertThat(rows).noneMatch(KernelResult::differs);
    if (rows.get(0).status() == RunStatus.NOT_RUN) {
      System.out.println("The kernel is not tested: " + rows.get(0).reason() + ".");
      return;
    }
    assertThat(rows)
        .filteredOn(row -> row.comparison().matches("WrapAround|RestoreAgainstRestore"))
        .hasSize(2)
        .allMatch(row -> row.status() == RunStatus.NOT_RUN && !row.reason().isEmpty());
  }

  /** A signal that waits is charged like a timer, and stays with the process that counts. */
  @Test
  void aLeakOfAnExitIsFound() throws Exception {
    List<KernelResult> rows =
        judged(
            10,
            "/^static void exit_beside_create/a sigqueue(getppid(), SIGRTMIN, (union sigval) {0});",
            "/^  signal(SIGPIPE, SIG_IGN);/a sigset_t late; sigemptyset(&late);"
                + " sigaddset(&late, SIGRTMIN); sigprocmask(SIG_BLOCK, &late, NULL);");
    KernelResult exits =
        rows.stream()
            .filter(row -> row.comparison().equals(Scenarios.EXIT_AGAINST_CREATE.name()))
            .findFirst()
            .orElse(rows.get(0));
    if (exits.status() == RunStatus.NOT_RUN) {
      System.out.println("No exit is raced: " + exits.reason() + ".");
      return;
    }
    assertThat(exits.outcomes())
        .isNotEmpty()
        .allMatch(outcome -> outcome.text().startsWith("leak, ") && !outcome.expected());
    assertThat(rows).filteredOn(KernelResult::differs).containsExactly(exits);
  }

  @Test
  void whatWasComparedBeforeAFailureIsKept() throws Exception {
    KernelJudge judge =
        new KernelJudge(
            10, 1, sentence -> {}, compiler("s/apart(half_built, NULL, 0, 0);/exit(1);/"));
    Throwable failure = catchThrowable(() -> judged(judge));
    List<KernelResult> rows = judge.rows();
    if (failure == null) {
      assertThat(rows).hasSize(1);
      System.out.println("The kernel is not tested: " + rows.get(0).reason() + ".");
      return;
    }
    assertThat(failure).isInstanceOf(IOException.class);
    int kept = 1 + KernelRaces.ALL.size();
    assertThat(rows.get(0).status()).isEqualTo(RunStatus.RUN);
    assertThat(rows.subList(0, kept)).noneMatch(row -> row.reason().contains("failed"));
    assertThat(rows.subList(kept, rows.size()))
        .allMatch(row -> row.status() == RunStatus.NOT_RUN)
        .allMatch(row -> row.reason().startsWith("HalfBuilt failed: the program in C gives no"))
        .extracting(KernelResult::comparison)
        .containsExactly(KernelResult.HALF_BUILT, KernelResult.TIMES);
  }

  private List<KernelResult> judged(int operations, String... changes) throws Exception {
    return judged(new KernelJudge(operations, 1, sentence -> {}, compiler(changes)));
  }

  private List<KernelResult> judged(KernelJudge judge) throws Exception {
    judge.judge(temp.resolve("work"), ProgressListener.NONE);
    return judge.rows();
  }

  /** A compiler of the program as some commands of sed change it. */
  private String compiler(String... changes) throws IOException {
    Path compiler = temp.resolve("changing-cc");
    Path script = Files.write(temp.resolve("changes"), List.of(changes));
    Files.writeString(
        compiler,
        """
        #!/bin/sh
        set -e
        for source; do :; done
        sed -i -f %s "$source"
        exec cc "$@"
        """
            .formatted(script));
    assertThat(compiler.toFile().setExecutable(true)).isTrue();
    return compiler.toString();
  }

  private void assertNotRun(KernelJudge judge, String reason) throws Exception {
    List<KernelResult> rows = judged(judge);
    assertThat(rows).singleElement().matches(row -> row.status() == RunStatus.NOT_RUN);
    if (System.getProperty("os.name").equals("Linux")) {
      assertThat(rows.get(0).reason()).contains(reason);
    }
  }

  @Test
  void outcomesAreHeldAgainstTheOracle() throws Exception {
    assertThat(
            KernelRaces.tally(
                Scenarios.WRAP_AROUND,
                List.of(
                    "5 ok 2147483647, ok 0",
                    "1 ok 0, ok 2147483647",
                    "1 ok 0, ok 0",
                    "1 ok 0, ok 1",
                    "2 ok 0, EAGAIN")))
        .extracting(KernelOutcome::expected)
        .containsExactly(true, true, false, false, false);
    assertThat(
            KernelRaces.tally(
                Scenarios.DELETE_AGAINST_DELETE,
                List.of("5 ok, EINVAL", "1 EINVAL, ok", "1 ok, ok", "1 EINVAL, EINVAL")))
        .extracting(KernelOutcome::expected)
        .containsExactly(true, true, false, false);
    assertThat(
            KernelRaces.tally(
                Scenarios.DELETE_AGAINST_FIND, List.of("5 ok ok, found", "1 ok ok, stale")))
        .extracting(KernelOutcome::expected)
        .containsExactly(true, false);
    assertThat(
            KernelRaces.tally(
                Scenarios.EXIT_AGAINST_CREATE,
                List.of("5 ok, ok", "4 ok, killed", "1 leak, ok", "1 leak, killed")))
        .extracting(KernelOutcome::expected)
        .containsExactly(true, true, false, false);
  }

  @ParameterizedTest
  @CsvSource({
    "6.18.44-fc, true, BucketLockHash",
    "6.12.0, false, BoundedScanHash",
    "6.5.0, false, BoundedScanHash",
    "6.1.0-50-cloud-amd64, false, RcuHash47",
    "4.7, false, RcuHash47",
    "4.6.7, false, RcuHash",
    "3.10.0-1160.el7, false, RcuHash",
    "3.2.0, false, GlobalIdr",
    "2.6.32, false, LockedIdr",
    "unknown, false, BoundedScanHash"
  })
  void eachKernelHasTheDesignOfItsTime(String release, boolean exactIds, String design) {
    assertThat(KernelEra.of(release, exactIds, false).design()).isEqualTo(design);
  }

  @Test
  void onlyDesignsSince615RefuseTheIdOfAHalfBuiltTimer() {
    assertThat(halfBuilt("BucketLockHash"))
        .containsExactly(
            "0", "EINVAL", "EINVAL", "0", "EBUSY", "0", "2", "0", "1", "0", "0", "EINVAL");
    assertThat(halfBuilt("RcuHash47").subList(3, 6)).containsExactly("EINVAL", "2", "EINVAL");
  }

  /** Both sides number the calls, and name them. */
  @Test
  void theProgramInCKnowsTheCallsInTheirOrder() throws Exception {
    String source;
    try (InputStream in = KernelJudge.class.getResourceAsStream("kernel.c")) {
      source = new String(in.readAllBytes(), UTF_8);
    }
    String names = source.substring(source.indexOf("names[CALLS] = {"));
    assertThat(
            Pattern.compile("\"([a-z-]+)\"")
                .matcher(names.substring(0, names.indexOf("};")))
                .results()
                .map(match -> match.group(1)))
        .containsExactlyElementsOf(Arrays.stream(CallKind.values()).map(CallKind::word).toList());
  }

  @Test
  void beforeThatASecondTimerGetsItsId() {
    for (String design : List.of("RcuHash47", "BoundedScanHash")) {
      List<String> answers = HalfBuilt.expected(Designs.named(design), SyscallEra.LINUX_6_17, true);
      assertThat(answers.subList(6, 12)).containsExactly("1", "0", "1", "0", "0", "0");
      assertThat(HalfBuilt.areTwoOfOneId(answers)).isTrue();
      assertThat(HalfBuilt.areTwoOfOneId(halfBuilt(design))).isFalse();
    }
    List<String> today =
        HalfBuilt.expected(Designs.named("BucketLockHash"), SyscallEra.LINUX_6_17, true);
    assertThat(today.get(6)).isEqualTo("2");
    assertThat(HalfBuilt.areTwoOfOneId(today)).isFalse();
  }

  private static List<String> halfBuilt(String design) {
    return HalfBuilt.expected(Designs.named(design), SyscallEra.LINUX_6_17, false);
  }
}
