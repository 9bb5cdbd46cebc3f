package org.ptstress.run.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildJvmTest {
  private static final Duration PATIENT = Duration.ofSeconds(40);
  private static final Duration SHORT = Duration.ofMillis(1_500);

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @Test
  void outputGoesIntoTheLogAndToTheListener() throws Exception {
    ChildJvm.Exit exit = child(PATIENT, "talk", "7").run(lines::add);
    assertThat(exit).isEqualTo(new ChildJvm.Exit(7, false));
    assertThat(Files.readAllLines(log()))
        .isEqualTo(lines)
        .contains("to stdout, \u00fcber alles", "to stderr", "in " + folder.toRealPath());
  }

  @Test
  void crashIsItsExitStatus() throws Exception {
    ChildJvm.Exit exit = child(PATIENT, "crash").run(lines::add);
    assertThat(exit).isEqualTo(new ChildJvm.Exit(134, false));
    assertThat(log()).content().contains("last words");
  }

  @Test
  void childThatHangsIsKilledWithItsOwnChildren() throws Exception {
    ChildJvm.Exit exit = child(SHORT, "hang with a child").run(lines::add);
    assertThat(exit.hung()).isTrue();
    assertThat(exit.status()).isNotZero();
    assertThat(pids()).isNotEmpty().allSatisfy(ChildJvmTest::assertGone);
  }

  @Test
  void outputThatIsNoProgressDoesNotKeepAChildAlive() throws Exception {
    assertThat(child(SHORT, "babble").run(line -> false).hung()).isTrue();
    assertThat(log()).content().contains("no progress");
  }

  /** A child that is killed while its last line is looked at has hung, and nothing else failed. */
  @Test
  void aLineBeingReadIsNoObstacleToTheKill() throws Exception {
    ChildJvm.Exit exit =
        child(SHORT, "babble")
            .run(
                line -> {
                  if (lines.isEmpty()) {
                    lines.add(line);
                    LockSupport.parkNanos(SHORT.multipliedBy(2).toNanos());
                  }
                  return false;
                });
    assertThat(exit.hung()).isTrue();
  }

  @Test
  void progressKeepsAChildAlive() throws Exception {
    ChildJvm.Exit exit = child(Duration.ofSeconds(2), "murmur").run(lines::add);
    assertThat(exit).isEqualTo(new ChildJvm.Exit(0, false));
  }

  @Test
  void interruptKillsTheChildAndItsChildren() throws Exception {
    FutureTask<ChildJvm.Exit> task =
        new FutureTask<>(() -> child(PATIENT, "hang with a child").run(lines::add));
    Thread parent = new Thread(task, "parent");
    parent.start();
    while (lines.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    List<Long> running = pids();
    parent.interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(task::get)
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(running).isNotEmpty().allSatisfy(ChildJvmTest::assertGone);
  }

  /** A result that cannot be parsed must not be taken for a child that hangs. */
  @Test
  void exceptionOfTheListenerEndsTheRun() throws Exception {
    ChildJvm child = child(PATIENT, "hang");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                child.run(
                    line -> {
                      lines.add(line);
                      throw new IllegalStateException("no JSON: " + line);
                    }))
        .withMessageContaining("no JSON");
    assertThat(pids()).isNotEmpty().allSatisfy(ChildJvmTest::assertGone);
  }

  @Test
  void unwritableLogIsAnErrorAndLeavesNoChild() throws Exception {
    Files.createDirectory(log());
    assertThatIOException()
        .isThrownBy(() -> child(PATIENT, "hang").run(lines::add))
        .withMessageContaining("child.log");
    assertThat(ProcessHandle.current().children())
        .noneMatch(process -> process.info().commandLine().orElse("").contains("Child hang"));
  }

  @Test
  void missingWorkingDirectoryIsAnError() {
    ChildJvm child =
        new ChildJvm(
            folder.resolve("missing"),
            log(),
            PATIENT,
            ChildJvm.classPath(),
            List.of(),
            Child.class.getName(),
            List.of("crash"));
    assertThatIOException().isThrownBy(() -> child.run(lines::add));
  }

  @Test
  void classPathIsAbsolute() {
    String[] entries = ChildJvm.classPath().split(System.getProperty("path.separator"), -1);
    assertThat(Arrays.stream(entries).map(Path::of)).isNotEmpty().allMatch(Path::isAbsolute);
  }

  private ChildJvm child(Duration silence, String... args) throws IOException {
    return new ChildJvm(
        folder,
        log(),
        silence,
        ChildJvm.classPath(),
        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"),
        Child.class.getName(),
        List.of(args));
  }

  private Path log() {
    return folder.resolve("child.log");
  }

  private List<Long> pids() {
    synchronized (lines) {
      return lines.stream()
          .filter(line -> line.startsWith(Child.PID))
          .map(line -> Long.valueOf(line.substring(Child.PID.length())))
          .toList();
    }
  }

  private static void assertGone(long pid) {
    ProcessHandle.of(pid).ifPresent(ChildJvmTest::waitFor);
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  /** A killed process may take a moment to go. */
  private static void waitFor(ProcessHandle process) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (process.isAlive() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
