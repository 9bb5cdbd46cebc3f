package org.ptstress.run.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No test depends on how fast the machine is: where time matters, the test is the clock. */
class ChildJvmTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;

  private final List<String> labels = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Long> pid = new CompletableFuture<>();
  private final AtomicLong clock = new AtomicLong();

  @Test
  void outputGoesIntoTheLogBehindWhatIsThere() throws Exception {
    Files.writeString(log(), "before\n");
    ChildJvm.Exit exit = child("talk", "7").run();
    assertThat(exit).isEqualTo(new ChildJvm.Exit(7, false));
    assertThat(Files.readAllLines(log()))
        .startsWith("before")
        .contains("to stdout, \u00fcber alles", "to stderr", "in " + folder.toRealPath());
  }

  @Test
  void crashIsItsExitStatus() throws Exception {
    ChildJvm.Exit exit = child("crash").run(this::note);
    assertThat(exit).isEqualTo(new ChildJvm.Exit(134, false));
    assertThat(log()).content().contains("last words");
  }

  @Test
  void messagesArriveWithTheirLabelsBeforeTheEnd() throws Exception {
    ChildJvm.Exit exit = child("say", "one", "two", "\u00fcber").run(this::note);
    assertThat(exit).isEqualTo(new ChildJvm.Exit(0, false));
    assertThat(labels).containsExactly("one", "two", "\u00fcber");
  }

  @Test
  void whatAChildDoesToItsOutputDoesNotReachItsMessages() throws Exception {
    ChildJvm.Exit exit = child("spoil its output").run(this::note);
    assertThat(exit).isEqualTo(new ChildJvm.Exit(0, false));
    assertThat(labels).containsExactly("honest", "honest too");
    assertThat(log()).content().contains("forged");
  }

  @Test
  void outputIsKeptUpToALimitAndTheRestIsCounted() throws Exception {
    int blocks = 400;
    ChildJvm.Exit exit = child(1_000, "flood", Integer.toString(blocks)).run(this::note);
    assertThat(exit).isEqualTo(new ChildJvm.Exit(0, false));
    assertThat(labels).containsExactly("flood");
    assertThat(Files.size(log())).isLessThan(1_200);
    long printed = "first words\n".length() + blocks * 65_536L + "last words\n".length();
    assertThat(Files.readAllLines(log()))
        .startsWith("first words")
        .endsWith("last words")
        .contains("[" + (printed - 1_000) + " bytes of output are left out]");
  }

  @Test
  void exitInTheMiddleKeepsWhatWasSaidBefore() throws Exception {
    ChildJvm.Exit exit = child("exit in the middle").run(this::note);
    assertThat(exit).isEqualTo(new ChildJvm.Exit(0, false));
    assertThat(labels).containsExactly("first");
  }

  @Test
  void childWithoutProgressIsKilledWithItsOwnChildren() throws Exception {
    ChildJvm.Exit exit =
        child("hang with a child")
            .run(
                message -> {
                  note(message);
                  clock.addAndGet(HOUR.toNanos() + 1);
                  return Message.Effect.NONE;
                });
    assertThat(exit.hung()).isTrue();
    assertThat(exit.status()).isNotZero();
    assertGone();
  }

  /** The time of each message is nearly as long as a child may be silent; the child only waits. */
  @Test
  void progressKeepsAChildAlive() throws Exception {
    ChildJvm.Exit exit =
        child("say", "one", "two", "three")
            .run(
                message -> {
                  clock.addAndGet(HOUR.toNanos());
                  pause();
                  return Message.Effect.PROGRESS;
                });
    assertThat(exit).isEqualTo(new ChildJvm.Exit(0, false));
  }

  /** A design may be silent for ten seconds; its JVM has a minute to start. */
  @ParameterizedTest
  @CsvSource({"30, false", "61, true"})
  void startOfAJvmIsNoSilenceOfItsDesign(int seconds, boolean hung) throws Exception {
    AtomicLong looks = new AtomicLong();
    ChildJvm slow =
        new ChildJvm(
            folder,
            log(),
            Duration.ofSeconds(10),
            ChildJvm.classPath(),
            List.of(),
            Child.class.getName(),
            List.of("start slowly"),
            BoundedLog.LIMIT,
            process -> () -> looks.getAndIncrement() == 0 ? 0 : TimeUnit.SECONDS.toNanos(seconds));
    assertThat(slow.run(this::note).hung()).isEqualTo(hung);
    assertThat(labels).isEqualTo(hung ? List.of() : List.of("started"));
  }

  /** The words are those of messages. */
  @Test
  void outputIsNoProgress() throws Exception {
    ChildJvm babbling =
        new ChildJvm(
            folder,
            log(),
            Duration.ofSeconds(1),
            ChildJvm.classPath(),
            List.of(),
            Child.class.getName(),
            List.of("babble"));
    assertThat(babbling.run(this::note).hung()).isTrue();
    assertThat(labels).isEmpty();
    assertThat(Files.size(log())).isLessThan(2 * BoundedLog.LIMIT);
  }

  @Test
  void childThatNothingMoreIsWantedOfIsEnded() throws Exception {
    ChildJvm.Exit exit =
        child("hang with a child")
            .run(
                message -> {
                  note(message);
                  return Message.Effect.ENOUGH;
                });
    assertThat(exit.hung()).isFalse();
    assertGone();
  }

  /** It also keeps the output open, which must not keep the parent waiting. */
  @ParameterizedTest
  @ValueSource(strings = {"by itself", "exit"})
  void childLeavesNoProcessBehind(String how) throws Exception {
    ChildJvm.Exit exit = child("end with a child", how).run(this::note);
    assertThat(exit).isEqualTo(new ChildJvm.Exit(0, false));
    assertGone();
  }

  /** By the time that anybody looks they are not its descendants any more. */
  @ParameterizedTest
  @ValueSource(strings = {"halt", "orphan"})
  void processesThatHaveLostTheirParentEndWithTheChildTheyComeFrom(String how) throws Exception {
    if (!Files.exists(Path.of("/proc/self/environ"))) {
      // Then nobody can tell where they come from.
      return;
    }
    ChildJvm.Exit exit = child("end with a child", how).run(this::note);
    assertThat(exit).isEqualTo(new ChildJvm.Exit(0, false));
    assertGone();
  }

  @Test
  void interruptKillsTheChildAndItsChildren() throws Exception {
    FutureTask<ChildJvm.Exit> task =
        new FutureTask<>(() -> child("hang with a child").run(this::note));
    Thread parent = new Thread(task, "parent");
    parent.start();
    pid.get();
    parent.interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(task::get)
        .withCauseInstanceOf(InterruptedException.class);
    assertGone();
  }

  /** A result that cannot be parsed must not be taken for a child that hangs. */
  @Test
  void exceptionOfTheListenerEndsTheRun() throws Exception {
    ChildJvm child = child("hang");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                child.run(
                    message -> {
                      note(message);
                      throw new IllegalStateException("no result");
                    }))
        .withMessageContaining("no result");
    assertGone();
  }

  @Test
  void unwritableLogIsAnErrorAndStartsNoChild() throws Exception {
    Files.createDirectory(log());
    assertThatIOException()
        .isThrownBy(() -> child("hang").run(this::note))
        .withMessageContaining("child.log");
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void missingWorkingDirectoryIsAnError() {
    ChildJvm child =
        new ChildJvm(
            folder.resolve("missing"),
            log(),
            HOUR,
            ChildJvm.classPath(),
            List.of(),
            Child.class.getName(),
            List.of("crash"));
    assertThatIOException().isThrownBy(() -> child.run(this::note));
  }

  @Test
  void classPathIsAbsolute() {
    String[] entries = ChildJvm.classPath().split(System.getProperty("path.separator"), -1);
    assertThat(Arrays.stream(entries).map(Path::of)).isNotEmpty().allMatch(Path::isAbsolute);
  }

  /** On Linux a command line is shown up to its 4096th byte. */
  @Test
  void processesAreToldApartByTheirParentNotByTheirArguments() throws Exception {
    Process before = new ProcessBuilder("sleep", "600").start();
    try {
      ProcessTree tree = ProcessTree.now();
      Process later =
          new ProcessBuilder("sh", "-c", "sleep 600 & wait", "x".repeat(10_000)).start();
      tree.killNew();
      assertThat(later.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(before.isAlive()).isTrue();
    } finally {
      before.destroyForcibly().waitFor();
    }
  }

  private Message.Effect note(Message message) {
    labels.add(message.label());
    if (message.kind().equals(Child.PID)) {
      pid.complete(message.as(Long.class));
    }
    return Message.Effect.PROGRESS;
  }

  private ChildJvm child(String... args) {
    return child(BoundedLog.LIMIT, args);
  }

  private ChildJvm child(int outputLimit, String... args) {
    return new ChildJvm(
        folder,
        log(),
        HOUR,
        ChildJvm.classPath(),
        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"),
        Child.class.getName(),
        List.of(args),
        outputLimit,
        process -> clock::get);
  }

  private Path log() {
    return folder.resolve("child.log");
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(300);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void interruptKillsAChildThatIsStopped() throws Exception {
    FutureTask<ChildJvm.Exit> task = new FutureTask<>(() -> child("hang").run(this::note));
    Thread parent = new Thread(task, "parent");
    parent.start();
    new ProcessBuilder("kill", "-STOP", pid.get().toString()).start().waitFor();
    parent.interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(task::get)
        .withCauseInstanceOf(InterruptedException.class);
    assertGone();
  }

  /** A killed process may take a moment to go, and a zombie stays until somebody reaps it. */
  private void assertGone() throws Exception {
    long id = pid.get(1, TimeUnit.MINUTES);
    while (ProcessHandle.of(id).filter(ProcessHandle::isAlive).isPresent()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
